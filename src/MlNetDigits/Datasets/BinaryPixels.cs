using System.Numerics.Tensors;

namespace MlNetDigits.Datasets;

/// <summary>Brings images whose ink is 1 to bytes whose ink is 255.</summary>
internal static class BinaryPixels
{
    /// <summary>Multiplies pixels by 255 in place where all are 0 and 1, as black-and-white images are stored.</summary>
    /// <param name="pixels">All images of a file.</param>
    /// <returns>A sentence when it was done, else none.</returns>
    public static string[] Apply(Span<byte> pixels)
    {
        if (pixels.IsEmpty || TensorPrimitives.Max<byte>(pixels) != 1)
            return [];
        TensorPrimitives.Multiply(pixels, byte.MaxValue, pixels);
        return ["Pixels are 0 and 1 alone; they were multiplied by 255."];
    }
}
