using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Spots, clouds and grain in the paper.</summary>
internal static class Grain
{
    public static void Draw(Sheet sheet, ref RandomStream random)
    {
        var values = new float[sheet.Width * sheet.Height];
        SmoothNoise.Add(values, sheet.Width, random.NextSingle(1, 3), random.NextSingle(4, 22), ref random);
        SmoothNoise.Add(values, sheet.Width, random.NextSingle(8, 50), random.NextSingle(4, 20), ref random);
        sheet.Canvas.Add(values);
    }
}
