using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Corruptions;

/// <summary>Averages pixels along a line to one side, nearer ones with more weight.</summary>
internal static class MotionBlur
{
    private static readonly (int Radius, float Deviation)[] _strengths = [(10, 3), (15, 5), (15, 8), (15, 12), (20, 15)];

    public static void Apply(Span<float> image, Span<float> layer, int width, int level, float unit, ref RandomStream random)
    {
        (float sine, float cosine) = MathF.SinCos(random.NextSingle(-MathF.PI / 4, MathF.PI / 4));
        int height = image.Length / width, taps = (int)(2 * _strengths[level].Radius * unit) + 1;
        float deviation = _strengths[level].Deviation * unit, sum = 0;
        image.CopyTo(layer);
        image.Clear();
        for (int tap = 0; tap < taps; tap++)
        {
            float weight = MathF.Exp(-0.5f * tap * tap / (deviation * deviation));
            int dx = (int)MathF.Round(tap * cosine), dy = (int)MathF.Round(tap * sine);
            sum += weight;
            for (int y = 0; y < height; y++)
            {
                ReadOnlySpan<float> row = layer.Slice(Math.Clamp(y + dy, 0, height - 1) * width, width);
                for (int x = 0; x < width; x++) image[(y * width) + x] += weight * row[Math.Min(x + dx, width - 1)];
            }
        }

        foreach (ref float pixel in image) pixel /= sum;
    }
}
