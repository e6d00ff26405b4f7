using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Camera;

/// <summary>Uneven light over a picture.</summary>
internal static class Light
{
    public static void Shine(Canvas canvas, Lighting lighting, ref RandomStream random)
    {
        if (lighting == Lighting.Even) return;
        var factors = new float[canvas.Width * canvas.Height];
        switch (lighting)
        {
            case Lighting.Gradient:
                Gradient(factors, canvas.Width, canvas.Height, ref random);
                break;
            case Lighting.Vignette:
                Vignette(factors, canvas.Width, canvas.Height, ref random);
                break;
            default:
                Shadow(factors, canvas.Width, canvas.Height, ref random);
                break;
        }

        canvas.Multiply(factors);
    }

    private static void Gradient(Span<float> factors, int width, int height, ref RandomStream random)
    {
        (float sine, float cosine) = Angle.SinCos(random.Signed(MathF.PI));
        float darkest = random.NextSingle(0.45f, 0.9f);
        float span = (Math.Abs(cosine) * width) + (Math.Abs(sine) * height), centreX = width / 2f, centreY = height / 2f;
        for (int i = 0; i < factors.Length; i++)
        {
            float share = ((((i % width) - centreX) * cosine) + (((i / width) - centreY) * sine)) / span;
            factors[i] = darkest + ((1 - darkest) * (share + 0.5f));
        }
    }

    private static void Vignette(Span<float> factors, int width, int height, ref RandomStream random)
    {
        float strength = random.NextSingle(0.15f, 0.6f), centreX = width * random.NextSingle(0.35f, 0.65f), centreY = height * random.NextSingle(0.35f, 0.65f);
        float scale = 4f / ((width * width) + (height * height));
        for (int i = 0; i < factors.Length; i++)
        {
            float x = (i % width) - centreX, y = (i / width) - centreY;
            factors[i] = Math.Max(1 - (strength * ((x * x) + (y * y)) * scale), 0.15f);
        }
    }

    private static void Shadow(Span<float> factors, int width, int height, ref RandomStream random)
    {
        (float sine, float cosine) = Angle.SinCos(random.Signed(MathF.PI));
        float centreX = width * random.NextSingle(0.15f, 0.85f), centreY = height * random.NextSingle(0.15f, 0.85f);
        float depth = random.NextSingle(0.15f, 0.55f), soft = 1 / random.NextSingle(1, random.Chance(0.5f) ? 8 : 40);
        for (int i = 0; i < factors.Length; i++)
        {
            float beyond = (((i % width) - centreX) * cosine) + (((i / width) - centreY) * sine);
            factors[i] = 1 - (depth * Math.Clamp((beyond * soft) + 0.5f, 0, 1));
        }
    }
}
