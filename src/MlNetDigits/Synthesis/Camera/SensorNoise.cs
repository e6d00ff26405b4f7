using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Camera;

/// <summary>Noise of a sensor, of all colours together.</summary>
internal static class SensorNoise
{
    public static void Add(Canvas canvas, ref RandomStream random)
    {
        float deviation = random.Chance(0.8f) ? random.NextSingle(1, 9) : random.NextSingle(9, 24);
        Span<float> red = canvas.Plane(0), green = canvas.Plane(1), blue = canvas.Plane(2);
        for (int i = 0; i < red.Length; i++)
        {
            float noise = random.Bell() * deviation;
            red[i] += noise;
            green[i] += noise;
            blue[i] += noise;
        }
    }
}
