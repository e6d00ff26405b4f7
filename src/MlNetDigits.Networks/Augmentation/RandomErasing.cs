using System.Numerics.Tensors;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Augmentation;

/// <summary>Fills a random rectangle with noise from the image's range of values.</summary>
/// <remarks>Source: Zhong et al., "Random Erasing Data Augmentation", 2020, variant RE-R.</remarks>
internal static class RandomErasing
{
    private const float SmallestArea = 0.02f;
    private const float LargestAspect = 10f / 3f;
    private const int Attempts = 10;

    /// <summary>Erases a rectangle, with the probability that the options give.</summary>
    /// <param name="image">Height × width × channels values.</param>
    /// <param name="height">Height of the image in pixels.</param>
    /// <param name="width">Width of the image in pixels.</param>
    /// <param name="options">Probability and largest area.</param>
    /// <param name="random">Where the numbers come from.</param>
    public static void Apply(Span<float> image, int height, int width, AugmentationOptions options, RandomStream random)
    {
        if (random.NextSingle() >= options.ErasingProbability || !TryDraw(height, width, options.ErasingArea, ref random, out int rows, out int columns))
            return;
        int top = random.Next(height - rows + 1), left = random.Next(width - columns + 1);
        float minimum = TensorPrimitives.Min<float>(image), maximum = TensorPrimitives.Max<float>(image);
        int channels = image.Length / (height * width);
        for (int y = top; y < top + rows; y++)
        {
            foreach (ref float value in image.Slice(((y * width) + left) * channels, columns * channels))
                value = random.NextSingle(minimum, maximum);
        }
    }

    private static bool TryDraw(int height, int width, float largestArea, ref RandomStream random, out int rows, out int columns)
    {
        float logAspect = MathF.Log(LargestAspect);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            float area = random.NextSingle(MathF.Min(SmallestArea, largestArea), largestArea) * height * width;
            float aspect = MathF.Exp(random.NextSingle(-logAspect, logAspect));
            rows = (int)MathF.Sqrt(area * aspect);
            columns = (int)MathF.Sqrt(area / aspect);
            if (rows > 0 && columns > 0 && rows <= height && columns <= width)
                return true;
        }

        rows = columns = 0;
        return false;
    }
}
