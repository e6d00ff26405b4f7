using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets;

/// <summary>Turns images upright that are stored column by column, as EMNIST stores them.</summary>
/// <remarks>Source: Cohen, Afshar, Tapson and van Schaik, "EMNIST: an extension of MNIST to handwritten letters", 2017, whose files come from MATLAB.</remarks>
internal static class Orientation
{
    private const int Side = 28;

    /// <summary>Exchanges rows and columns in place where that is wanted.</summary>
    /// <param name="pixels">Images of 28×28.</param>
    /// <param name="path">The file, whose name counts when nothing is wanted explicitly.</param>
    /// <param name="transpose">Whether to exchange; null: when the file's name begins with <c>emnist-</c>.</param>
    /// <returns>A sentence when the name decided, else none.</returns>
    public static string[] Apply(byte[] pixels, string path, bool? transpose)
    {
        bool isNamedSo = Path.GetFileName(path).StartsWith("emnist-", StringComparison.OrdinalIgnoreCase);
        if (!(transpose ?? isNamedSo))
            return [];
        for (int start = 0; start < pixels.Length; start += MnistView.PixelCount)
        {
            Span<byte> image = pixels.AsSpan(start, MnistView.PixelCount);
            for (int y = 1; y < Side; y++)
            {
                for (int x = 0; x < y; x++)
                    (image[(y * Side) + x], image[(x * Side) + y]) = (image[(x * Side) + y], image[(y * Side) + x]);
            }
        }

        return transpose is null ? ["Files called emnist-… hold images with rows and columns exchanged; they were turned upright."] : [];
    }
}
