namespace MlNetDigits.Images.Normalization;

/// <summary>MNIST's own layout: light ink within 20x20, its centre of mass at pixel (14, 14).</summary>
internal static class MnistStyle
{
    private const int Side = DigitNormalizer.Side;
    private const int InkSide = DigitNormalizer.InkSide;
    private const double Centre = 14;

    // All 70,000 digits lie within 0.52 pixels of the centre, have a longer side of 19 or 20 and a peak of 254 or 255.
    private const double CentreTolerance = 1;
    private const int ShortestLongSide = 16;
    private const int LowestPeak = 192;

    /// <summary>Gives the pixels of a picture that already has the layout, or its negative's, else null.</summary>
    public static byte[]? TryTake(GrayImage image)
    {
        if (image.Width != Side || image.Height != Side)
            return null;
        if (HasLayout(image.Pixels))
            return [.. image.Pixels];

        var negative = Array.ConvertAll(image.Pixels, pixel => (byte)(255 - pixel));
        return HasLayout(negative) ? negative : null;
    }

    /// <summary>Scales the strokes into 20x20 and centres their mass; null when nothing is left of them.</summary>
    public static byte[]? Place(StrokeShape strokes)
    {
        var inside = Array.ConvertAll(strokes.Coverage, value => value >= 0.5f);
        var (left, top, right, bottom) = StrokeShape.Bounds(inside, strokes.Width);
        if (right < 0)
            return null;

        var (width, height) = (right - left + 1.0, bottom - top + 1.0);
        var longest = Math.Max(width, height);
        var columns = Math.Max(1, (int)Math.Round(InkSide * width / longest));
        var rows = Math.Max(1, (int)Math.Round(InkSide * height / longest));
        var cells = Resampling.Average(strokes.Coverage, strokes.Width, left, top, width, height, columns, rows);

        var (x, y) = CentreOfMass(cells, columns);
        var offsetX = Math.Clamp((int)Math.Round(Centre - x), 0, Side - columns);
        var offsetY = Math.Clamp((int)Math.Round(Centre - y), 0, Side - rows);
        var pixels = new byte[Side * Side];
        for (var i = 0; i < cells.Length; i++)
        {
            var (row, column) = Math.DivRem(i, columns);
            pixels[((offsetY + row) * Side) + offsetX + column] = (byte)MathF.Round(255 * cells[i]);
        }

        return pixels;
    }

    private static bool HasLayout(byte[] pixels)
    {
        if (pixels.Max() < LowestPeak)
            return false;
        var (left, top, right, bottom) = StrokeShape.Bounds(Array.ConvertAll(pixels, pixel => pixel > 0), Side);
        var longest = Math.Max(right - left, bottom - top) + 1;
        if (longest is < ShortestLongSide or > InkSide)
            return false;
        var (x, y) = CentreOfMass(Array.ConvertAll(pixels, pixel => (float)pixel), Side);
        return Math.Abs(x - Centre) <= CentreTolerance && Math.Abs(y - Centre) <= CentreTolerance;
    }

    private static (double X, double Y) CentreOfMass(float[] values, int width)
    {
        double mass = 0, x = 0, y = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var (row, column) = Math.DivRem(i, width);
            mass += values[i];
            x += values[i] * column;
            y += values[i] * row;
        }

        return mass == 0 ? (0, 0) : (x / mass, y / mass);
    }
}
