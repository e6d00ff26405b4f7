namespace MlNetDigits.Images.Normalization;

/// <summary>The digit's strokes, drawn large with MNIST's thickness.</summary>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Coverage">Share of each pixel that is ink, 0 to 1.</param>
internal sealed record StrokeShape(int Width, int Height, float[] Coverage)
{
    // About five pixels for one of the 20 that the ink gets.
    private const int LeastLongSide = 96;
    // Room for thickening: a tenth of the long side at most, and soft edges.
    private const int MarginShare = 8;

    // Thickness over the long side: what about three in four of MNIST's digits lie between.
    private const double Thinnest = 0.10;
    private const double Thickest = 0.18;

    /// <summary>Traces the ink's contour and brings its strokes to a thickness MNIST has.</summary>
    public static StrokeShape Trace(InkMap ink)
    {
        // Never smaller than the ink is: thin lines would fade.
        var scale = Math.Max(1, (double)LeastLongSide / Math.Max(ink.Width, ink.Height));
        return Trace(ink, scale, (int)(Math.Max(ink.Width, ink.Height) * scale / MarginShare), length: null);
    }

    /// <summary>Traces ink of several digits.</summary>
    /// <param name="ink">The ink.</param>
    /// <param name="scale">Pixels for one of the ink's.</param>
    /// <param name="margin">Pixels of room on each side.</param>
    /// <param name="length">Long side of a digit in pixels of the shape; null: all ink is one.</param>
    public static StrokeShape Trace(InkMap ink, double scale, int margin, double? length)
    {
        var width = (int)Math.Ceiling(ink.Width * scale) + (2 * margin);
        var height = (int)Math.Ceiling(ink.Height * scale) + (2 * margin);
        var values = Resampling.Scale(ink.Values, ink.Width, ink.Height, scale, margin, width, height);
        var inside = Array.ConvertAll(values, value => value >= 0.5f);
        var distances = DistanceField.Signed(inside, width);

        var grow = Growth(inside, distances, width, length);
        for (var i = 0; i < distances.Length; i++)
            distances[i] = Math.Clamp(distances[i] + (float)grow + 0.5f, 0, 1);
        return new StrokeShape(width, height, distances);
    }

    /// <summary>How far edges must move outwards, in pixels; negative to thin.</summary>
    internal static double Growth(bool[] inside, float[] distances, int width, double? longSide = null)
    {
        var thickness = Thickness(inside, distances);
        var (left, top, right, bottom) = Bounds(inside, width);
        var length = longSide ?? Math.Max(right - left, bottom - top) + 1.0;
        var wanted = Math.Clamp(thickness / length, Thinnest, Thickest);

        // Moving the edge by g makes (thickness + 2g) / (length + 2g) the share that is wanted.
        return ((wanted * length) - thickness) / (2 * (1 - wanted));
    }

    /// <summary>Mean thickness: in a stroke, distances to the edge average a quarter of it.</summary>
    internal static double Thickness(bool[] inside, float[] distances)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < inside.Length; i++)
        {
            if (!inside[i])
                continue;
            sum += distances[i];
            count++;
        }

        return count == 0 ? 0 : 4 * sum / count;
    }

    /// <summary>First and last column and row with ink.</summary>
    internal static (int Left, int Top, int Right, int Bottom) Bounds(bool[] inside, int width)
    {
        int left = width, top = int.MaxValue, right = -1, bottom = -1;
        for (var i = 0; i < inside.Length; i++)
        {
            if (!inside[i])
                continue;
            var (y, x) = Math.DivRem(i, width);
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }

        return (left, top, right, bottom);
    }
}
