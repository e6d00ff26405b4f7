using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Corruptions;

/// <summary>Changes that look at no neighbouring pixel: brightness, stripes, occlusion.</summary>
internal static class Overlay
{
    private static readonly float[] _added = [0.1f, 0.2f, 0.3f, 0.4f, 0.5f];
    private static readonly float[] _columns = [3, 4, 5, 6, 7];
    private static readonly float[] _sides = [6, 8, 10, 12, 14];

    public static void Brighten(Span<float> image, int level)
    {
        foreach (ref float pixel in image) pixel += _added[level];
    }

    public static void Stripe(Span<float> image, int width, int level, float unit)
    {
        int columns = Math.Min((int)MathF.Round(_columns[level] * unit), width / 2);
        for (int start = 0; start < image.Length; start += width)
        {
            foreach (ref float pixel in image.Slice(start, columns)) pixel = 1 - pixel;
            foreach (ref float pixel in image.Slice(start + width - columns, columns)) pixel = 1 - pixel;
        }
    }

    public static void Occlude(Span<float> image, int width, int level, float unit, float paper, ref RandomStream random)
    {
        int height = image.Length / width, side = (int)MathF.Round(_sides[level] * unit);
        int rows = Math.Min(side, height), columns = Math.Min(side, width);
        int top = random.Next(height - rows + 1), left = random.Next(width - columns + 1);
        for (int y = top; y < top + rows; y++) image.Slice((y * width) + left, columns).Fill(paper);
    }
}
