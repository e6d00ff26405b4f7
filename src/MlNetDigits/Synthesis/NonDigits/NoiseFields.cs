using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Papers;

namespace MlNetDigits.Synthesis.NonDigits;

/// <summary>Noise of single pixels, clouds of any size, and stripes.</summary>
internal static class NoiseFields
{
    public static void Draw(Sheet sheet, ref RandomStream random)
    {
        var values = new float[sheet.Width * sheet.Height];
        switch (random.Next(3))
        {
            case 0:
                float strength = random.NextSingle(20, 120);
                foreach (ref float value in values.AsSpan()) value = random.Bell() * strength;
                break;
            case 1:
                for (float cell = random.NextSingle(16, 40); cell > 1.5f; cell /= 2) SmoothNoise.Add(values, sheet.Width, cell, random.NextSingle(20, 110), ref random);
                break;
            default:
                Stripes(values, sheet.Width, ref random);
                break;
        }

        sheet.Canvas.Add(values);
    }

    private static void Stripes(Span<float> values, int width, ref RandomStream random)
    {
        (float sine, float cosine) = Angle.SinCos(random.Signed(MathF.PI));
        float pitch = 1 / random.NextSingle(3, 18), strength = random.NextSingle(20, 110);
        for (int i = 0; i < values.Length; i++)
        {
            float at = (((i % width) * cosine) + ((i / width) * sine)) * pitch;
            values[i] = (Math.Abs(at - MathF.Floor(at) - 0.5f) - 0.25f) * 4 * strength;
        }
    }
}
