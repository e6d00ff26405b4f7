using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Segmentation;

/// <summary>A line of writing made straight, as a strip of 28 rows whose digits are about 20 high, and wider than written by half.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Pixels">28 rows, 0 (paper) to 255 (ink).</param>
/// <param name="Left">Where the first column begins on the page.</param>
/// <param name="Scale">Pixels of the page for a column.</param>
internal sealed record LineStrip(int Width, byte[] Pixels, double Left, double Scale)
{
    /// <summary>Rows.</summary>
    public const int Rows = DigitNormalizer.Side;

    /// <summary>Columns that a network for lines sees at once.</summary>
    public const int Window = 160;

    // Strokes are traced with so many pixels for one of the strip: fewer columns, which makes digits wider.
    private const int Detail = 3;
    private const int ColumnDetail = 2;

    // Lines climb or fall by less.
    private const double SteepestSlope = 0.3;

    /// <summary>Columns that a line takes, about.</summary>
    public static int WidthOf(InkRow row) => row.Bounds.Width * DigitNormalizer.InkSide * Detail / ColumnDetail / row.Height;

    /// <summary>Draws a line of a page.</summary>
    public static LineStrip Draw(PageInk page, InkRow row)
    {
        var kept = new bool[page.Parts.Count];
        foreach (int label in row.Labels)
            kept[label - 1] = true;
        InkMap ink = InkMap.Crop(page.Field, page.Labels, kept, row.Bounds);
        double scale = (double)DigitNormalizer.InkSide / row.Height, detailed = Detail * scale;
        StrokeShape strokes = StrokeShape.Trace(ink, detailed, margin: Detail * 2, Detail * DigitNormalizer.InkSide);
        (double middle, double slope) = CentreLine(strokes, 2 * Detail * DigitNormalizer.InkSide);
        int width = (strokes.Width + ColumnDetail - 1) / ColumnDetail;
        var pixels = new byte[Rows * width];
        for (int x = 0; x < width; x++)
        {
            double top = middle + (slope * (x + 0.5) * ColumnDetail) - (Rows * Detail / 2.0);
            for (int y = 0; y < Rows; y++)
                pixels[(y * width) + x] = Mean(strokes, x * ColumnDetail, top + (y * Detail));
        }

        return new LineStrip(width, pixels, row.Bounds.Left - InkMap.Margin - (Detail * 2 / detailed), ColumnDetail / detailed);
    }

    /// <summary>Takes the columns of a window, which may lie outside.</summary>
    /// <param name="left">The first column.</param>
    /// <param name="target">Receives 28 rows of <see cref="Window"/> pixels.</param>
    public void CopyTo(int left, Span<byte> target)
    {
        target.Clear();
        int first = Math.Max(0, -left), count = Math.Min(Window, Width - left) - first;
        for (int y = 0; y < Rows && count > 0; y++)
            Pixels.AsSpan((y * Width) + left + first, count).CopyTo(target[((y * Window) + first)..]);
    }

    /// <summary>The line through the middles of ink, in pixels of the strokes; level for what is no wider than some columns.</summary>
    private static (double Middle, double Slope) CentreLine(StrokeShape strokes, int least)
    {
        if (strokes.Width < least)
            return (strokes.Height / 2.0, 0);
        double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (int x = 0; x < strokes.Width; x++)
        {
            int top = -1, bottom = -1;
            for (int y = 0; y < strokes.Height; y++)
            {
                if (strokes.Coverage[(y * strokes.Width) + x] < 0.5f)
                    continue;
                top = top < 0 ? y : top;
                bottom = y;
            }

            if (top < 0)
                continue;
            double middle = (top + bottom) / 2.0, weight = bottom - top + 1;
            (n, sx, sy, sxx, sxy) = (n + weight, sx + (weight * x), sy + (weight * middle), sxx + (weight * x * x), sxy + (weight * x * middle));
        }

        if (n == 0)
            return (strokes.Height / 2.0, 0);
        double spread = sxx - (sx * sx / n), slope = spread <= 0 ? 0 : Math.Clamp((sxy - (sx * sy / n)) / spread, -SteepestSlope, SteepestSlope);
        return ((sy - (slope * sx)) / n, slope);
    }

    private static byte Mean(StrokeShape strokes, int left, double top)
    {
        int first = (int)Math.Floor(top);
        float part = (float)(top - first), sum = 0;
        for (int y = first; y <= first + Detail; y++)
        {
            if ((uint)y >= (uint)strokes.Height)
                continue;
            float weight = y == first ? 1 - part : y == first + Detail ? part : 1;
            for (int x = left; x < Math.Min(left + ColumnDetail, strokes.Width); x++)
                sum += weight * strokes.Coverage[(y * strokes.Width) + x];
        }

        return (byte)MathF.Round(255 * Math.Min(1, sum / (Detail * ColumnDetail)));
    }
}
