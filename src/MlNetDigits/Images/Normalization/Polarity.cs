namespace MlNetDigits.Images.Normalization;

/// <summary>Tells dark ink on light paper from light ink on dark.</summary>
/// <remarks>
/// Two witnesses vote: what differs from the border's brightness, which thick ink cannot deceive, and whether the rarer
/// pixels of each neighbourhood are the dark ones, which shades and shadows cannot deceive.
/// </remarks>
internal static class Polarity
{
    // Share of the longer side that a neighbourhood takes.
    private const double Neighbourhood = 0.3;
    private const double GreatestSkewness = 1.5;

    /// <summary>Whether the ink is darker than the paper.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="noise">Standard deviation of the grain, which does not count.</param>
    public static bool IsInkDark(GrayImage image, float noise) =>
        BorderVote(image, Math.Max(4 * noise, 10)) + Math.Clamp(LocalSkewness(image), -GreatestSkewness, GreatestSkewness) < 0;

    /// <summary>From -1, all that stands out is darker than the border's plane, to 1, all is lighter.</summary>
    private static double BorderVote(GrayImage image, float floor)
    {
        var plane = BackgroundPlane.Fit(image);
        double dark = 0, light = 0;
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var contrast = image.Pixels[(y * image.Width) + x] - plane.At(BackgroundPlane.Unit(x, image.Width), BackgroundPlane.Unit(y, image.Height));
                // Squares, for ink is stronger than shades, which may be wider.
                if (contrast > floor)
                    light += contrast * contrast;
                else if (contrast < -floor)
                    dark += contrast * contrast;
            }
        }

        return dark + light == 0 ? 0 : (light - dark) / (light + dark);
    }

    /// <summary>Skewness of brightness less the neighbourhood's mean: negative where the dark pixels are the rare ones.</summary>
    private static double LocalSkewness(GrayImage image)
    {
        var (width, height) = (image.Width, image.Height);
        var reach = (int)(Math.Max(width, height) * Neighbourhood / 2) + 1;
        var sums = RunningSums(image);
        double squares = 0, cubes = 0;
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = (Math.Max(0, y - reach) * (width + 1), Math.Min(height, y + reach + 1) * (width + 1));
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (Math.Max(0, x - reach), Math.Min(width, x + reach + 1));
                var area = (right - left) * ((bottom - top) / (width + 1));
                var mean = (double)(sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left]) / area;
                var difference = image.Pixels[(y * width) + x] - mean;
                squares += difference * difference;
                cubes += difference * difference * difference;
            }
        }

        var variance = squares / image.Pixels.Length;
        return variance < 1 ? 0 : cubes / image.Pixels.Length / Math.Pow(variance, 1.5);
    }

    /// <summary>Sums of all pixels above and to the left, with a row and a column of zeros before them.</summary>
    private static long[] RunningSums(GrayImage image)
    {
        var stride = image.Width + 1;
        var sums = new long[stride * (image.Height + 1)];
        for (var y = 0; y < image.Height; y++)
        {
            var row = 0L;
            for (var x = 0; x < image.Width; x++)
            {
                row += image.Pixels[(y * image.Width) + x];
                sums[((y + 1) * stride) + x + 1] = sums[(y * stride) + x + 1] + row;
            }
        }

        return sums;
    }
}
