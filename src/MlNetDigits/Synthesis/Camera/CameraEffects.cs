using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Camera;

/// <summary>What a camera and its file make of a picture.</summary>
internal static class CameraEffects
{
    private static readonly Lighting[] _lightings = [Lighting.Even, Lighting.Even, Lighting.Gradient, Lighting.Vignette, Lighting.Shadow];

    /// <summary>Applies light and effects, and tells the light.</summary>
    public static Lighting Apply(Canvas canvas, ref RandomStream random)
    {
        Lighting lighting = random.Pick(_lightings);
        Light.Shine(canvas, lighting, ref random);
        if (random.Chance(0.12f)) Softening.Coarsen(canvas);
        else if (random.Chance(0.4f)) Softening.Blur(canvas, ref random);
        if (random.Chance(0.5f)) SensorNoise.Add(canvas, ref random);
        if (random.Chance(0.25f)) Compression.Apply(canvas, ref random);
        return lighting;
    }
}
