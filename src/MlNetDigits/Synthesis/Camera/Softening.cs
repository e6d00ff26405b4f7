using System.Buffers;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Camera;

/// <summary>Blur, and the loss of detail of a picture that was small before.</summary>
internal static class Softening
{
    /// <summary>Blurs a few times by three pixels, which comes close to a Gaussian.</summary>
    public static void Blur(Canvas canvas, ref RandomStream random)
    {
        int passes = random.Whole(1, 3);
        float share = random.NextSingle(0.08f, 0.25f);
        for (int pass = 0; pass < passes; pass++)
        {
            for (int plane = 0; plane < Canvas.Planes; plane++) Blur(canvas.Plane(plane), canvas.Width, share);
        }
    }

    /// <summary>Halves the resolution and doubles the pixels again.</summary>
    public static void Coarsen(Canvas canvas)
    {
        for (int plane = 0; plane < Canvas.Planes; plane++) Coarsen(canvas.Plane(plane), canvas.Width, canvas.Height);
    }

    private static void Blur(Span<float> pixels, int width, float share)
    {
        float[] above = ArrayPool<float>.Shared.Rent(width), line = ArrayPool<float>.Shared.Rent(width);
        int height = pixels.Length / width;
        pixels[..width].CopyTo(above);
        for (int y = 0; y < height; y++)
        {
            Span<float> row = pixels.Slice(y * width, width);
            ReadOnlySpan<float> below = y + 1 < height ? pixels.Slice((y + 1) * width, width) : row;
            row.CopyTo(line);
            for (int x = 0; x < row.Length; x++) row[x] += share * (above[x] + below[x] - (2 * row[x]));
            (above, line) = (line, above);
        }

        for (int y = 0; y < height; y++)
        {
            Span<float> row = pixels.Slice(y * width, width);
            row.CopyTo(line);
            for (int x = 1; x + 1 < row.Length; x++) row[x] += share * (line[x - 1] + line[x + 1] - (2 * line[x]));
        }

        ArrayPool<float>.Shared.Return(above);
        ArrayPool<float>.Shared.Return(line);
    }

    private static void Coarsen(Span<float> pixels, int width, int height)
    {
        for (int y = 0; y + 1 < height; y += 2)
        {
            Span<float> top = pixels.Slice(y * width, width), bottom = pixels.Slice((y + 1) * width, width);
            for (int x = 0; x + 1 < width; x += 2)
                top[x] = top[x + 1] = bottom[x] = bottom[x + 1] = (top[x] + top[x + 1] + bottom[x] + bottom[x + 1]) / 4;
        }

        Blur(pixels, width, 0.2f);
    }
}
