namespace MlNetDigits.Images.Normalization;

/// <summary>The paper: a brightness that may slope across the picture, as under a lamp.</summary>
/// <param name="Level">Brightness at the centre, 0-255.</param>
/// <param name="SlopeX">Change from the centre to the right edge.</param>
/// <param name="SlopeY">Change from the centre to the bottom edge.</param>
internal readonly record struct BackgroundPlane(double Level, double SlopeX, double SlopeY)
{
    private const int MostSamples = 8192;

    /// <summary>Fits the plane to the picture's border, leaving out ink that reaches it.</summary>
    public static BackgroundPlane Fit(GrayImage image)
    {
        var border = Border(image);
        var plane = new BackgroundPlane(Median([.. border.Select(sample => sample.Value)]), 0, 0);
        var residuals = new double[border.Count];
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < residuals.Length; i++)
                residuals[i] = Math.Abs(border[i].Value - plane.At(border[i].X, border[i].Y));
            // The median of absolute deviations times 1.4826 is a normal distribution's standard deviation.
            var deviation = 1.4826 * Median([.. residuals]);
            plane = plane.Refit(border, residuals, Math.Max(12, 2.5 * deviation));
        }

        return plane;
    }

    /// <summary>Brightness at a place, from -1 at the left or top to 1 at the right or bottom.</summary>
    public double At(double x, double y) => Level + (SlopeX * x) + (SlopeY * y);

    /// <summary>A pixel's place as <see cref="At"/> takes it.</summary>
    public static double Unit(int position, int length) => length > 1 ? (2.0 * position / (length - 1)) - 1 : 0;

    /// <summary>Least squares over the samples within reach, by the normal equations.</summary>
    private BackgroundPlane Refit(List<(double X, double Y, double Value)> samples, double[] residuals, double reach)
    {
        double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0, sv = 0, sxv = 0, syv = 0;
        for (var i = 0; i < residuals.Length; i++)
        {
            if (residuals[i] > reach)
                continue;
            var (x, y, value) = samples[i];
            (n, sx, sy) = (n + 1, sx + x, sy + y);
            (sxx, sxy, syy) = (sxx + (x * x), sxy + (x * y), syy + (y * y));
            (sv, sxv, syv) = (sv + value, sxv + (x * value), syv + (y * value));
        }

        var (a, b, c) = ((sxx * syy) - (sxy * sxy), (sxy * sy) - (sx * syy), (sx * sxy) - (sxx * sy));
        var determinant = (n * a) + (sx * b) + (sy * c);
        // Too little border is left for a slope: keep what there is.
        if (n < 0.3 * samples.Count || determinant < 1e-3 * n * n * n)
            return this;

        var level = ((sv * a) + (sxv * b) + (syv * c)) / determinant;
        var slopeX = ((n * ((sxv * syy) - (syv * sxy))) + (sx * ((syv * sy) - (sv * syy))) + (sy * ((sv * sxy) - (sxv * sy)))) / determinant;
        var slopeY = ((n * ((sxx * syv) - (sxy * sxv))) + (sx * ((sxy * sv) - (sx * syv))) + (sy * ((sx * sxv) - (sxx * sv)))) / determinant;
        return new BackgroundPlane(level, slopeX, slopeY);
    }

    private static List<(double X, double Y, double Value)> Border(GrayImage image)
    {
        var (width, height) = (image.Width, image.Height);
        var thickness = Math.Max(1, Math.Min(width, height) / 50);
        var total = Math.Min((long)width * height, 2L * thickness * (width + height));
        var stride = (int)(1 + (total / MostSamples));
        var samples = new List<(double, double, double)>();
        var count = 0;
        for (var y = 0; y < height; y++)
        {
            var whole = y < thickness || y >= height - thickness;
            for (var x = 0; x < width; x++)
            {
                if (!whole && x == thickness && width > 2 * thickness)
                    x = width - thickness;
                if (count++ % stride == 0)
                    samples.Add((Unit(x, width), Unit(y, height), image.Pixels[(y * width) + x]));
            }
        }

        return samples;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
