namespace MlNetDigits.Images.Normalization;

/// <summary>How much each pixel of a sheet differs from its paper towards ink.</summary>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Contrast">Levels above the paper, 0-255.</param>
/// <param name="Noise">Standard deviation of the grain, in levels.</param>
internal sealed record InkField(int Width, int Height, float[] Contrast, float Noise)
{
    /// <summary>Share of the strongest contrast that is ink.</summary>
    public const float UsualShare = 0.4f;

    // A contrast below this is not told from an empty sheet.
    private const float SmallestContrast = 20;

    /// <summary>Measures a sheet, whatever its polarity.</summary>
    /// <param name="image">The sheet.</param>
    /// <param name="noise">Standard deviation of its grain, in levels.</param>
    public static InkField Of(GrayImage image, float noise)
    {
        if (!Polarity.IsInkDark(image, noise))
        {
            image = new GrayImage(image.Width, image.Height, [.. image.Pixels]);
            Paper.Invert(image.Pixels);
        }

        var paper = Paper.Estimate(image);
        var contrast = new float[paper.Length];
        for (var i = 0; i < contrast.Length; i++)
            contrast[i] = Math.Max(0, paper[i] - image.Pixels[i]);
        return new InkField(image.Width, image.Height, contrast, noise);
    }

    /// <summary>Averages whole blocks until no side exceeds the limit.</summary>
    public InkField Reduce(int limit)
    {
        var factor = (Math.Max(Width, Height) + limit - 1) / limit;
        if (factor == 1)
            return this;
        var (width, height) = ((Width + factor - 1) / factor, (Height + factor - 1) / factor);
        var cells = new float[width * height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
                cells[(y / factor * width) + (x / factor)] += Contrast[(y * Width) + x];
        }

        for (var i = 0; i < cells.Length; i++)
            cells[i] /= factor * factor;
        return new InkField(width, height, cells, Noise / factor);
    }

    /// <summary>The least contrast of ink, or null when nothing stands out.</summary>
    /// <param name="share">Share of the strongest contrast.</param>
    public float? Threshold(float share)
    {
        var peak = Peak();
        return peak < Math.Max(SmallestContrast, 6 * Noise) ? null : Math.Max(share * peak, 4 * Noise);
    }

    /// <summary>The contrast that a few of the strongest pixels reach, whatever single pixels do.</summary>
    private float Peak()
    {
        Span<int> histogram = stackalloc int[256];
        foreach (var value in Contrast)
            histogram[(int)Math.Clamp(value, 0, 255)]++;

        var wanted = Math.Max(3, Contrast.Length / 20_000);
        var level = 255;
        for (var seen = histogram[level]; seen < wanted && level > 0; seen += histogram[level])
            level--;
        return level;
    }
}
