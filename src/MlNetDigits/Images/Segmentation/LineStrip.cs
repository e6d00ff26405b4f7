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

    // Heights of pieces that show where a line runs, and the least width of a line that may climb, as shares of a digit's height.
    private const double LeastHeight = 0.45;
    private const double MostHeight = 1.5;
    private const double LeastWidth = 2;

    /// <summary>Columns that a line takes, about.</summary>
    public static int WidthOf(InkRow row) => row.Bounds.Width * DigitNormalizer.InkSide * Detail / ColumnDetail / row.Height;

    /// <summary>Draws a line of a page.</summary>
    public static LineStrip Draw(PageInk page, InkRow row)
    {
        var kept = new bool[page.Parts.Count];
        foreach (int label in row.Labels)
            kept[label - 1] = true;
        InkMap ink = InkMap.Crop(page.Field, page.Labels, kept, row.Bounds);
        double detailed = (double)Detail * DigitNormalizer.InkSide / row.Height;
        const int margin = Detail * 2;
        StrokeShape strokes = StrokeShape.Trace(ink, detailed, margin, Detail * DigitNormalizer.InkSide);
        double left = row.Bounds.Left - InkMap.Margin - (margin / detailed), first = row.Bounds.Top - InkMap.Margin - (margin / detailed);
        (double middle, double slope) = CentreLine(page, row);
        middle = (middle + (slope * left) - first) * detailed;
        int width = (strokes.Width + ColumnDetail - 1) / ColumnDetail;
        var pixels = new byte[Rows * width];
        for (int x = 0; x < width; x++)
        {
            double top = middle + (slope * (x + 0.5) * ColumnDetail) - (Rows * Detail / 2.0);
            for (int y = 0; y < Rows; y++)
                pixels[(y * width) + x] = Mean(strokes, x * ColumnDetail, top + (y * Detail));
        }

        return new LineStrip(width, pixels, left, ColumnDetail / detailed);
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

    /// <summary>The line through the middles of ink, of pieces as high as digits where there are some; level for what is no wider than some columns.</summary>
    private static (double Middle, double Slope) CentreLine(PageInk page, InkRow row)
    {
        var like = new bool[page.Parts.Count + 1];
        foreach (int label in row.Labels)
            like[label] = page.Parts[label - 1].Height is var height && height >= LeastHeight * row.Height && height <= MostHeight * row.Height;
        if (!Array.Exists(row.Labels, label => like[label]))
            Array.ForEach(row.Labels, label => like[label] = true);

        double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (int x = row.Bounds.Left; x <= row.Bounds.Right; x++)
        {
            (int top, int bottom) = Ends(page, row, like, x);
            if (top > bottom)
                continue;
            double middle = (top + bottom + 1) / 2.0, weight = bottom - top + 1;
            (n, sx, sy, sxx, sxy) = (n + weight, sx + (weight * x), sy + (weight * middle), sxx + (weight * x * x), sxy + (weight * x * middle));
        }

        double spread = sxx - (sx * sx / n), slope = row.Bounds.Width < LeastWidth * row.Height || spread <= 0 ? 0 : Math.Clamp((sxy - (sx * sy / n)) / spread, -SteepestSlope, SteepestSlope);
        return ((sy - (slope * sx)) / n, slope);
    }

    /// <summary>First and last row of a column's ink.</summary>
    private static (int Top, int Bottom) Ends(PageInk page, InkRow row, bool[] like, int x)
    {
        int width = page.Field.Width, top = row.Bounds.Top, bottom = row.Bounds.Bottom;
        while (top <= bottom && !like[page.Labels[(top * width) + x]])
            top++;
        while (bottom > top && !like[page.Labels[(bottom * width) + x]])
            bottom--;
        return (top, bottom);
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
