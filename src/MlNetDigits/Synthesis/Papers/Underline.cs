using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>A line below the writing, printed or by hand.</summary>
internal static class Underline
{
    public static void Draw(Sheet sheet, PixelBox writing, ref RandomStream random)
    {
        float thickness = random.NextSingle(0.8f, 3.5f), tilt = random.Signed(0.04f) * writing.Width;
        float y = Math.Min(writing.Bottom + (writing.Height * random.NextSingle(0.01f, 0.16f)), sheet.Height - 1);
        bool isLong = random.Chance(0.5f);
        float left = isLong ? -5 : writing.Left - (writing.Width * random.NextSingle(-0.1f, 0.4f)), right = isLong ? sheet.Width + 5 : writing.Right + (writing.Width * random.NextSingle(-0.1f, 0.4f));
        sheet.Line(new Vector2(left, y - tilt), new Vector2(right, y + tilt), thickness, random.Chance(0.15f) ? 0.2f : 0, ref random);
        sheet.LayScratch(random.Chance(0.4f) ? sheet.Palette.Ink : sheet.Palette.Rule(sheet.Options.Colour, ref random));
    }
}
