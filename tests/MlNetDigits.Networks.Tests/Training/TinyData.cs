using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

/// <summary>Small images that networks learn quickly: a bright bar whose place is the class, in noise.</summary>
internal static class TinyData
{
    public const int Classes = 4;

    public static Shape Shape { get; } = new(22, 22, 1);

    public static ImageSet Images(int count, int seed)
    {
        (byte[] pixels, int[] labels) = Bytes(count, seed);
        return ImageSet.FromBytes(Shape, pixels, labels);
    }

    public static (byte[] Pixels, int[] Labels) Bytes(int count, int seed)
    {
        var random = new RandomStream((ulong)seed);
        var pixels = new byte[count * Shape.Size];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % Classes)];
        for (int i = 0; i < pixels.Length; i++)
        {
            int row = i / Shape.Width % Shape.Height, label = labels[i / Shape.Size];
            pixels[i] = (byte)(row / 5 == label && row % 5 is 1 or 2 ? 120 + random.Next(120) : random.Next(100));
        }

        return (pixels, labels);
    }
}
