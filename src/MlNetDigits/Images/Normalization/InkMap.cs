namespace MlNetDigits.Images.Normalization;

/// <summary>How much ink each pixel holds, cropped to the ink.</summary>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Values">Ink, 0 for paper to 1 for full.</param>
internal sealed record InkMap(int Width, int Height, float[] Values)
{
    /// <summary>Pixels around the taken parts: soft edges reach a little beyond the threshold's contour.</summary>
    public const int Margin = 2;

    // Parts of a digit smaller than this share of its largest part are specks.
    private const float SmallestPart = 0.04f;

    /// <summary>Separates ink from paper; gives null when there is no ink.</summary>
    /// <param name="field">The contrast of the sheet.</param>
    /// <param name="share">Ink is what has at least this share of the strongest contrast.</param>
    public static InkMap? Find(InkField field, float share = InkField.UsualShare)
    {
        if (field.Threshold(share) is not { } threshold)
            return null;
        var contrast = field.Contrast;
        var labels = new int[contrast.Length];
        var parts = InkParts.Label(contrast, field.Width, threshold, labels);
        var largest = parts.Count == 0 ? 0 : parts.Max(part => part.Area);
        if (largest < Math.Max(4, contrast.Length / 25_000))
            return null;

        var kept = new bool[parts.Count];
        InkPart? bounds = null;
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = parts[i].Area >= SmallestPart * largest;
            if (kept[i])
                bounds = bounds?.Join(parts[i]) ?? parts[i];
        }

        return Crop(field, labels, kept, bounds!.Value);
    }

    /// <summary>Takes some parts of a sheet's ink.</summary>
    /// <param name="field">The contrast of the sheet.</param>
    /// <param name="labels">Number of each pixel's part from 1, or 0.</param>
    /// <param name="kept">Whether a part is taken, by its number less 1.</param>
    /// <param name="bounds">What the taken parts cover together.</param>
    public static InkMap Crop(InkField field, int[] labels, bool[] kept, InkPart bounds)
    {
        var (contrast, width, height) = (field.Contrast, field.Width, field.Height);
        var (left, top) = (bounds.Left - Margin, bounds.Top - Margin);
        var (cropWidth, cropHeight) = (bounds.Right + Margin - left + 1, bounds.Bottom + Margin - top + 1);
        var full = FullInk(contrast, width, labels, kept, bounds);
        var values = new float[cropWidth * cropHeight];
        for (var y = 0; y < cropHeight; y++)
        {
            for (var x = 0; x < cropWidth; x++)
            {
                var (column, row) = (left + x, top + y);
                if ((uint)column < (uint)width && (uint)row < (uint)height && NearKept(labels, width, height, column, row, kept, Margin))
                    values[(y * cropWidth) + x] = Math.Clamp(contrast[(row * width) + column] / full, 0, 1);
            }
        }

        return new InkMap(cropWidth, cropHeight, values);
    }

    /// <summary>The contrast that counts as full ink: reached by three tenths of the ink's pixels.</summary>
    private static float FullInk(float[] contrast, int width, int[] labels, bool[] kept, InkPart bounds)
    {
        Span<int> histogram = stackalloc int[256];
        var count = 0;
        for (var y = bounds.Top; y <= bounds.Bottom; y++)
        {
            for (var i = (y * width) + bounds.Left; i <= (y * width) + bounds.Right; i++)
            {
                if (labels[i] == 0 || !kept[labels[i] - 1])
                    continue;
                histogram[(int)Math.Clamp(contrast[i], 0, 255)]++;
                count++;
            }
        }

        var level = 255;
        for (var seen = histogram[level]; seen < 0.3 * count; seen += histogram[level])
            level--;
        return Math.Max(level, 1);
    }

    private static bool NearKept(int[] labels, int width, int height, int x, int y, bool[] kept, int reach)
    {
        var own = labels[(y * width) + x];
        if (own > 0)
            return kept[own - 1];
        for (var row = Math.Max(0, y - reach); row <= Math.Min(height - 1, y + reach); row++)
        {
            for (var column = Math.Max(0, x - reach); column <= Math.Min(width - 1, x + reach); column++)
            {
                var label = labels[(row * width) + column];
                if (label > 0 && kept[label - 1])
                    return true;
            }
        }

        return false;
    }
}
