using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.Papers;

/// <summary>Strokes of signs beside the writing, of which the picture shows a part.</summary>
internal static class Neighbour
{
    public static void Draw(Sheet sheet, PixelBox writing, ref RandomStream random)
    {
        int first = random.Next(4), count = random.Chance(0.35f) ? 2 : 1;
        for (int i = 0; i < count; i++) Part(sheet, writing, (first + (2 * i)) % 4, ref random);
        sheet.LayScratch(random.Chance(0.7f) ? sheet.Palette.Ink : sheet.Palette.Rule(sheet.Options.Colour, ref random));
    }

    private static void Part(Sheet sheet, PixelBox writing, int edge, ref RandomStream random)
    {
        Writer writer = Writer.Draw(sheet.Options.MaximumSlant, ref random);
        int digit = random.Next(10);
        Glyph glyph = random.Chance(0.7f) ? random.Pick(DigitGlyphs.Of(digit)) : random.Pick(LetterGlyphs.All);
        var sign = new StrokeSign(GlyphTracer.Trace(glyph, writer, ref random), writer);
        float height = Math.Max(writing.Height, 12) * random.NextSingle(0.7f, 1.3f);
        (_, float signWidth, float signHeight) = sign.Fit(Vector2.Zero, height, height);
        float room = edge switch { 0 => writing.Left, 1 => writing.Top, 2 => sheet.Width - writing.Right, _ => sheet.Height - writing.Bottom };
        float extent = edge is 0 or 2 ? signWidth : signHeight, shown = Math.Max(Math.Min(extent * random.NextSingle(0.1f, 0.45f), room * 0.85f), 1.5f);
        float alongX = random.NextSingle(writing.Left, writing.Right), alongY = (writing.Top + writing.Bottom) * 0.5f;
        Vector2 centre = edge switch
        {
            0 => new Vector2(shown - (extent / 2), alongY + random.Signed(height * 0.2f)),
            1 => new Vector2(alongX, shown - (extent / 2)),
            2 => new Vector2(sheet.Width - shown + (extent / 2), alongY + random.Signed(height * 0.2f)),
            _ => new Vector2(alongX, sheet.Height - shown + (extent / 2)),
        };
        sign.Draw(sheet.Scratch, sign.Fit(centre, height, height).Map, height, ref random);
    }
}
