namespace MlNetDigits.Images.Normalization;

/// <summary>A frame drawn around the sheet, as on forms and in screenshots.</summary>
internal static class Frame
{
    private const int LevelDifference = 40;
    private const int Evenness = 20;

    /// <summary>Cuts a frame off: rings of even brightness that change it within a tenth of the side.</summary>
    public static GrayImage Cut(GrayImage image)
    {
        var deepest = Math.Min(image.Width, image.Height) / 10;
        var (depth, level) = (0, -1);
        for (var ring = 0; ring < deepest; ring++)
        {
            if (EvenLevel(image, ring) is not { } found)
                continue;
            if (level >= 0 && Math.Abs(found - level) > LevelDifference)
                depth = ring;
            level = found;
        }

        return depth == 0 ? image : Inside(image, depth);
    }

    /// <summary>The median of a ring that nine in ten of its pixels are near to, else null.</summary>
    private static int? EvenLevel(GrayImage image, int depth)
    {
        Span<int> histogram = stackalloc int[256];
        var (right, bottom) = (image.Width - 1 - depth, image.Height - 1 - depth);
        for (var x = depth; x <= right; x++)
        {
            histogram[image.Pixels[(depth * image.Width) + x]]++;
            histogram[image.Pixels[(bottom * image.Width) + x]]++;
        }

        for (var y = depth + 1; y < bottom; y++)
        {
            histogram[image.Pixels[(y * image.Width) + depth]]++;
            histogram[image.Pixels[(y * image.Width) + right]]++;
        }

        var total = 2 * (right - depth + bottom - depth);
        var level = 0;
        for (var seen = histogram[0]; seen < (total + 1) / 2; seen += histogram[level])
            level++;
        var near = 0;
        for (var i = Math.Max(0, level - Evenness); i <= Math.Min(255, level + Evenness); i++)
            near += histogram[i];
        return near >= 0.9 * total ? level : null;
    }

    private static GrayImage Inside(GrayImage image, int depth)
    {
        var (width, height) = (image.Width - (2 * depth), image.Height - (2 * depth));
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
            image.Pixels.AsSpan(((y + depth) * image.Width) + depth, width).CopyTo(pixels.AsSpan(y * width));
        return new GrayImage(width, height, pixels);
    }
}
