using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Pale small writing that was rubbed out, or that shows through from the other side.</summary>
internal static class Ghost
{
    public static void Draw(Sheet sheet, ref RandomStream random)
    {
        Writer writer = Writer.Draw(sheet.Options.MaximumSlant, ref random);
        int count = random.Whole(1, 4);
        for (int i = 0; i < count; i++)
        {
            int digit = random.Next(10);
            var sign = new StrokeSign(GlyphTracer.Trace(random.Pick(DigitGlyphs.Of(digit)), writer, ref random), writer);
            float height = sheet.LineHeight * random.NextSingle(0.15f, 0.5f);
            var centre = new Vector2(random.NextSingle(0, sheet.Width), random.NextSingle(0, sheet.Height));
            sign.Draw(sheet.Scratch, sign.Fit(centre, height, height).Map, height, ref random);
        }

        sheet.LayScratch(sheet.Palette.Paper.Towards(sheet.Palette.Ink, random.NextSingle(0.06f, 0.22f)));
    }
}
