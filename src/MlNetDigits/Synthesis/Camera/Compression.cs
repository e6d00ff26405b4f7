using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Camera;

/// <summary>What JPEG leaves: each block's cosine waves rounded to coarse steps, the finer the coarser.</summary>
/// <remarks>A codec's bits differ between its versions, these do not. Colours change together.</remarks>
internal static class Compression
{
    private const int Side = 8;

    private static readonly float[] _waves = Waves();

    public static void Apply(Canvas canvas, ref RandomStream random)
    {
        float step = random.NextSingle(4, 22);
        Span<float> block = stackalloc float[Side * Side], waves = stackalloc float[Side * Side];
        for (int y = 0; y + Side <= canvas.Height; y += Side)
        {
            for (int x = 0; x + Side <= canvas.Width; x += Side)
            {
                Read(canvas, x, y, block);
                Transform(block, waves, isBack: false);
                for (int i = 0; i < waves.Length; i++)
                {
                    float quantum = step * (1 + ((i / Side) + (i % Side)) * 0.6f);
                    waves[i] = MathF.Round(waves[i] / quantum) * quantum;
                }

                Transform(waves, block, isBack: true);
                Write(canvas, x, y, block);
            }
        }
    }

    private static void Read(Canvas canvas, int left, int top, Span<float> block)
    {
        ReadOnlySpan<float> red = canvas.Plane(0), green = canvas.Plane(1), blue = canvas.Plane(2);
        for (int i = 0; i < block.Length; i++)
        {
            int at = ((top + (i / Side)) * canvas.Width) + left + (i % Side);
            block[i] = new Colour(red[at], green[at], blue[at]).Luma;
        }
    }

    private static void Write(Canvas canvas, int left, int top, ReadOnlySpan<float> block)
    {
        Span<float> red = canvas.Plane(0), green = canvas.Plane(1), blue = canvas.Plane(2);
        for (int i = 0; i < block.Length; i++)
        {
            int at = ((top + (i / Side)) * canvas.Width) + left + (i % Side);
            float change = block[i] - new Colour(red[at], green[at], blue[at]).Luma;
            red[at] += change;
            green[at] += change;
            blue[at] += change;
        }
    }

    /// <summary>Transforms rows, then columns.</summary>
    private static void Transform(ReadOnlySpan<float> source, Span<float> target, bool isBack)
    {
        Span<float> half = stackalloc float[Side * Side];
        Pass(source, half, isBack);
        Pass(half, target, isBack);
    }

    /// <summary>Transforms each row and lays it down as a column.</summary>
    private static void Pass(ReadOnlySpan<float> source, Span<float> target, bool isBack)
    {
        int outer = isBack ? 1 : Side, inner = isBack ? Side : 1;
        for (int row = 0; row < Side; row++)
        {
            ReadOnlySpan<float> values = source.Slice(row * Side, Side);
            for (int wave = 0; wave < Side; wave++)
            {
                float sum = 0;
                for (int i = 0; i < Side; i++) sum += values[i] * _waves[(wave * outer) + (i * inner)];
                target[(wave * Side) + row] = sum;
            }
        }
    }

    /// <summary>The orthonormal cosine transform: one wave after the other.</summary>
    private static float[] Waves()
    {
        var waves = new float[Side * Side];
        for (int wave = 0; wave < Side; wave++)
        {
            for (int i = 0; i < Side; i++)
                waves[(wave * Side) + i] = Angle.SinCos(MathF.PI * wave * ((2 * i) + 1) / (2 * Side)).Cosine * MathF.Sqrt((wave == 0 ? 1f : 2f) / Side);
        }

        return waves;
    }
}
