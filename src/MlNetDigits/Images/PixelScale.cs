using System.Numerics.Tensors;

namespace MlNetDigits.Images;

/// <summary>Tells pixels of 0 to 1 from pixels of 0 to 255.</summary>
public static class PixelScale
{
    /// <summary>The thinnest stroke of a digit has more pixels; fewer of them at 1 are specks on an empty sheet of bytes.</summary>
    internal const int FewestInkPixels = 10;

    /// <summary>Whether an image's pixels are on the scale of 0 to 1.</summary>
    /// <param name="pixels">One image; its length and range do not matter.</param>
    /// <returns>True when some are above 0, none is above 1, and they are no mere specks of 1 on a byte image.</returns>
    public static bool IsUnit(ReadOnlySpan<float> pixels)
    {
        if (pixels.IsEmpty || TensorPrimitives.Max(pixels) is not (> 0 and <= 1) || TensorPrimitives.Min(pixels) < 0)
            return false;
        var ones = 0;
        foreach (var pixel in pixels)
        {
            if (pixel is > 0 and < 1)
                return true;
            if (pixel == 1)
                ones++;
        }

        return ones >= FewestInkPixels;
    }
}
