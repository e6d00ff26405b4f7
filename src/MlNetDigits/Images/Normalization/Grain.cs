namespace MlNetDigits.Images.Normalization;

/// <summary>The noise of paper and camera.</summary>
internal static class Grain
{
    /// <summary>Share of the noise that smoothing leaves: a third of independent noise, more of what is smooth already.</summary>
    public const float LeftBySmoothing = 0.5f;

    /// <summary>Standard deviation of the noise in levels, from differences of neighbours.</summary>
    /// <remarks>Most neighbours lie both on paper or both on ink, so strokes do not count.</remarks>
    public static float Estimate(GrayImage image)
    {
        Span<int> histogram = stackalloc int[256];
        var count = 0;
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Pixels.AsSpan(y * image.Width, image.Width);
            for (var x = 1; x < row.Length; x++)
                histogram[Math.Abs(row[x] - row[x - 1])]++;
            count += row.Length - 1;
        }

        var level = 0;
        for (var seen = histogram[0]; seen < (count + 1) / 2; seen += histogram[level])
            level++;
        // The median of absolute values times 1.4826 is a normal distribution's deviation; a difference has two noises.
        return (float)(1.4826 * level / Math.Sqrt(2));
    }

    /// <summary>Averages each pixel with its eight neighbours.</summary>
    public static GrayImage Smooth(GrayImage image)
    {
        var (width, height) = (image.Width, image.Height);
        var smooth = new byte[image.Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = (Math.Max(0, y - 1), Math.Min(height - 1, y + 1));
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (Math.Max(0, x - 1), Math.Min(width - 1, x + 1));
                var sum = 0;
                for (var row = top; row <= bottom; row++)
                {
                    for (var column = left; column <= right; column++)
                        sum += image.Pixels[(row * width) + column];
                }

                var area = (bottom - top + 1) * (right - left + 1);
                smooth[(y * width) + x] = (byte)((sum + (area / 2)) / area);
            }
        }

        return new GrayImage(width, height, smooth);
    }
}
