namespace MlNetDigits.Images.Normalization;

/// <summary>Changes the size of pictures without jagged edges.</summary>
internal static class Resampling
{
    /// <summary>Averages whole blocks until no side exceeds the limit.</summary>
    public static GrayImage Reduce(GrayImage image, int limit)
    {
        var factor = (Math.Max(image.Width, image.Height) + limit - 1) / limit;
        if (factor == 1)
            return image;

        var (width, height) = ((image.Width + factor - 1) / factor, (image.Height + factor - 1) / factor);
        var pixels = new byte[width * height];
        var sums = new int[width];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sums);
            var rows = Math.Min(factor, image.Height - (y * factor));
            for (var row = 0; row < rows; row++)
            {
                var line = image.Pixels.AsSpan(((y * factor) + row) * image.Width, image.Width);
                for (int x = 0, at = 0; x < width; x++)
                {
                    var sum = 0;
                    for (var end = Math.Min(at + factor, line.Length); at < end; at++)
                        sum += line[at];
                    sums[x] += sum;
                }
            }

            for (var x = 0; x < width; x++)
            {
                var area = rows * Math.Min(factor, image.Width - (x * factor));
                pixels[(y * width) + x] = (byte)((sums[x] + (area / 2)) / area);
            }
        }

        return new GrayImage(width, height, pixels);
    }

    /// <summary>Scales with a tent filter: interpolates when growing, averages when shrinking.</summary>
    /// <param name="source">Rows of the source.</param>
    /// <param name="width">Pixels per row of the source.</param>
    /// <param name="height">Rows of the source.</param>
    /// <param name="scale">Target pixels per source pixel.</param>
    /// <param name="margin">Empty target pixels on each side.</param>
    /// <param name="targetWidth">Pixels per row of the target, margins included.</param>
    /// <param name="targetHeight">Rows of the target, margins included.</param>
    public static float[] Scale(float[] source, int width, int height, double scale, int margin, int targetWidth, int targetHeight) =>
        Apply(source, width, height, Taps(width, targetWidth, scale, margin), Taps(height, targetHeight, scale, margin));

    /// <summary>Scales a picture, whose border does not fade, with a tent filter.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="scale">Target pixels per source pixel.</param>
    public static GrayImage Scale(GrayImage image, double scale)
    {
        int width = Math.Max(1, (int)Math.Round(image.Width * scale)), height = Math.Max(1, (int)Math.Round(image.Height * scale));
        float[] scaled = Apply(Array.ConvertAll(image.Pixels, pixel => (float)pixel), image.Width, image.Height, Whole(Taps(image.Width, width, scale, margin: 0)), Whole(Taps(image.Height, height, scale, margin: 0)));
        return new GrayImage(width, height, Array.ConvertAll(scaled, value => (byte)Math.Clamp(MathF.Round(value), 0, 255)));
    }

    private static float[] Apply(float[] source, int width, int height, (int First, float[] Weights)[] columns, (int First, float[] Weights)[] rows)
    {
        int targetWidth = columns.Length, targetHeight = rows.Length;
        var wide = new float[targetWidth * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < targetWidth; x++)
            {
                var (first, weights) = columns[x];
                var sum = 0f;
                for (var i = 0; i < weights.Length; i++)
                    sum += weights[i] * source[(y * width) + first + i];
                wide[(y * targetWidth) + x] = sum;
            }
        }

        var target = new float[targetWidth * targetHeight];
        for (var y = 0; y < targetHeight; y++)
        {
            var (first, weights) = rows[y];
            for (var i = 0; i < weights.Length; i++)
            {
                for (var x = 0; x < targetWidth; x++)
                    target[(y * targetWidth) + x] += weights[i] * wide[((first + i) * targetWidth) + x];
            }
        }

        return target;
    }

    /// <summary>Averages the rectangle into a grid of cells; borders of cells need not meet pixels.</summary>
    public static float[] Average(float[] source, int stride, double left, double top, double width, double height, int columns, int rows)
    {
        var cells = new float[columns * rows];
        var (cellWidth, cellHeight) = (width / columns, height / rows);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (x0, y0) = (left + (column * cellWidth), top + (row * cellHeight));
                cells[(row * columns) + column] = (float)(Sum(source, stride, x0, y0, Math.Min(x0 + cellWidth, left + width), Math.Min(y0 + cellHeight, top + height)) / (cellWidth * cellHeight));
            }
        }

        return cells;
    }

    private static double Sum(float[] source, int stride, double x0, double y0, double x1, double y1)
    {
        var sum = 0.0;
        for (var y = (int)y0; y < y1; y++)
        {
            var tall = Math.Min(y + 1, y1) - Math.Max(y, y0);
            for (var x = (int)x0; x < x1; x++)
                sum += tall * (Math.Min(x + 1, x1) - Math.Max(x, x0)) * source[(y * stride) + x];
        }

        return sum;
    }

    /// <summary>Makes all weights of a pixel sum to 1, also at the border.</summary>
    private static (int First, float[] Weights)[] Whole((int First, float[] Weights)[] taps) =>
        Array.ConvertAll(taps, tap =>
        {
            float sum = tap.Weights.Sum();
            return (tap.First, Array.ConvertAll(tap.Weights, weight => weight / sum));
        });

    private static (int First, float[] Weights)[] Taps(int length, int targetLength, double scale, int margin)
    {
        var reach = Math.Max(1, 1 / scale);
        var taps = new (int, float[])[targetLength];
        for (var i = 0; i < targetLength; i++)
        {
            var centre = ((i - margin + 0.5) / scale) - 0.5;
            var first = Math.Max(0, (int)Math.Ceiling(centre - reach));
            var last = Math.Min(length - 1, (int)Math.Floor(centre + reach));
            var weights = new float[Math.Max(0, last - first + 1)];
            for (var k = 0; k < weights.Length; k++)
                weights[k] = (float)((1 - (Math.Abs(first + k - centre) / reach)) / reach);
            taps[i] = (Math.Min(first, length - 1), weights);
        }

        return taps;
    }
}
