using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Fine wavy lines, as cheques and certificates have them.</summary>
internal static class Waves
{
    public static void Draw(Sheet sheet, ref RandomStream random)
    {
        float pitch = 1 / random.NextSingle(3, 9), swing = random.NextSingle(0, 6), period = MathF.PI * 2 / random.NextSingle(12, 120);
        float tilt = random.Signed(0.3f), strength = (sheet.Palette.Ink.Luma - sheet.Palette.Paper.Luma) * random.NextSingle(0.08f, 0.4f), width = random.NextSingle(0.25f, 0.6f);
        Span<float> offsets = new float[sheet.Width];
        for (int x = 0; x < offsets.Length; x++) offsets[x] = (x * tilt) + (swing * Angle.SinCos(x * period).Sine);
        var values = new float[sheet.Width * sheet.Height];
        for (int i = 0; i < values.Length; i++)
        {
            float at = ((i / sheet.Width) + offsets[i % sheet.Width]) * pitch;
            values[i] = strength * Math.Clamp(1 - (Math.Abs(at - MathF.Floor(at) - 0.5f) * 2 / width), 0, 1);
        }

        sheet.Canvas.Add(values);
    }
}
