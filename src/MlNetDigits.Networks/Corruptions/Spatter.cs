using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Corruptions;

/// <summary>Stains where blurred noise is high.</summary>
internal static class Spatter
{
    private const float Grey = 63 / 255f, FaintestStain = 0.8f;

    private static readonly (float Mean, float Deviation, float Blur, float Threshold, float Edge)[] _strengths =
        [(0.65f, 0.3f, 4, 0.69f, 0.6f), (0.65f, 0.3f, 3, 0.68f, 0.6f), (0.65f, 0.3f, 2, 0.68f, 0.5f), (0.65f, 0.3f, 1, 0.65f, 1.5f), (0.67f, 0.4f, 1, 0.65f, 1.5f)];

    public static void Apply(Span<float> image, Span<float> layer, GaussianFilter filter, int level, float unit, ref RandomStream random)
    {
        (float mean, float deviation, float blur, float threshold, float edge) = _strengths[level];
        foreach (ref float pixel in layer) pixel = mean + (deviation * random.NextGaussian());
        filter.Apply(layer, blur * unit);
        foreach (ref float pixel in layer) pixel = pixel > threshold ? 1 : 0;
        filter.Apply(layer, edge * unit);
        for (int i = 0; i < image.Length; i++)
            if (layer[i] >= FaintestStain) image[i] += (Grey - image[i]) * layer[i];
    }
}
