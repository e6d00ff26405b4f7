using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Papers;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.NonDigits;

/// <summary>Draws what is no digit on a sheet.</summary>
internal static class NonDigitDrawing
{
    public static void Draw(NonDigit kind, Sheet sheet, DigitScribe scribe, Writer writer, ref RandomStream random)
    {
        switch (kind)
        {
            case NonDigit.Letter:
                Write(random.Pick(LetterGlyphs.All), sheet, writer, ref random);
                break;
            case NonDigit.Symbol:
                Write(random.Pick(SymbolGlyphs.Signs), sheet, writer, ref random);
                break;
            case NonDigit.Shape when random.Chance(0.25f):
                Filled(sheet, ref random);
                break;
            case NonDigit.Shape:
                Write(random.Pick(SymbolGlyphs.Shapes), sheet, writer, ref random);
                break;
            case NonDigit.Glyph:
                Write(Scribbles.MadeUp(ref random), sheet, writer, ref random);
                break;
            case NonDigit.Scribble:
                Write(Scribbles.Scribble(ref random), sheet, writer, ref random);
                break;
            case NonDigit.Blank:
                break;
            case NonDigit.Candidates:
                Groups.Candidates(sheet, scribe, ref random);
                break;
            case NonDigit.Digits:
                Groups.SideBySide(sheet, scribe, ref random);
                break;
            case NonDigit.TurnedDigit:
                TurnedDigits.Draw(sheet, scribe, ref random);
                break;
            case NonDigit.HalfDigit:
                HalfDigits.Draw(sheet, scribe, ref random);
                break;
            case NonDigit.Garment:
                GarmentDrawing.Draw(sheet, ref random);
                break;
            case NonDigit.Noise:
                NoiseFields.Draw(sheet, ref random);
                break;
            case NonDigit.Drawing:
                Write(Drawings.Draw(ref random), sheet, writer, ref random);
                break;
            case NonDigit.Circle:
                Circle(sheet, writer, ref random);
                break;
            case NonDigit.Corner:
                Groups.Corner(sheet, scribe, ref random);
                break;
            case NonDigit.LookAlike:
                Write(random.Pick(LookAlikeGlyphs.All), sheet, writer, ref random);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of non-digit.");
        }
    }

    private static void Write(Glyph glyph, Sheet sheet, Writer writer, ref RandomStream random) => Write(GlyphTracer.Trace(glyph, writer, ref random), sheet, writer, ref random);

    private static void Write(Trace trace, Sheet sheet, Writer writer, ref RandomStream random)
    {
        var sign = new StrokeSign(trace, writer);
        (Vector2 centre, float height) = Places.Draw(sheet, sign, ref random);
        sheet.Write(sign, sign.Fit(centre, sheet.Width * sheet.Options.MaximumSize, height).Map, height, ref random);
    }

    /// <summary>A circle as compasses draw it; by hand it would be a zero.</summary>
    private static void Circle(Sheet sheet, Writer writer, ref RandomStream random)
    {
        const int Steps = 48;
        var points = new Vector2[Steps + 1];
        for (int i = 0; i <= Steps; i++)
        {
            (float sine, float cosine) = Angle.SinCos(MathF.Tau * i / Steps);
            points[i] = new Vector2(50 + (50 * cosine), 50 + (50 * sine));
        }

        Write(new Trace([points]), sheet, writer with { Pressure = 0, Nib = 0, Tremor = 0, Gaps = 0, Fading = 0 }, ref random);
    }

    private static void Filled(Sheet sheet, ref RandomStream random)
    {
        Glyph shape = random.Pick(SymbolGlyphs.Shapes.Take(6).ToArray());
        float size = Math.Min(sheet.Width, sheet.Height) * random.NextSingle(0.4f, 0.9f) / 100;
        PlaneMap map = PlaneMap.Turned(random.Signed(0.3f), size * 1.3f, size, 0).Moving(new Vector2(30, 50), new Vector2(sheet.Width / 2f, sheet.Height / 2f)).Then(sheet.Lens);
        sheet.Ink.Fill([.. shape.Strokes[0].Select(knot => map.Map(knot.At))]);
    }
}
