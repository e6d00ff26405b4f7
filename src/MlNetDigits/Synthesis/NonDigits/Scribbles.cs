using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;
using MlNetDigits.Synthesis.Strokes;

namespace MlNetDigits.Synthesis.NonDigits;

/// <summary>Makes up lines without aim and signs that nobody uses.</summary>
internal static class Scribbles
{
    /// <summary>One long line with so many turns that it is no digit.</summary>
    public static Trace Scribble(ref RandomStream random) => new([Line(random.Whole(9, 22), Vector2.Zero, new Vector2(100), ref random)]);

    /// <summary>Three to six strokes anywhere in a box.</summary>
    public static Trace MadeUp(ref RandomStream random)
    {
        var lines = new Vector2[random.Whole(3, 6)][];
        for (int i = 0; i < lines.Length; i++)
        {
            var from = new Vector2(random.NextSingle(0, 50), random.NextSingle(0, 60));
            var size = new Vector2(random.NextSingle(25, 60), random.NextSingle(20, 60));
            lines[i] = Line(random.Whole(2, 4), from, size, ref random);
        }

        return new Trace(lines);
    }

    private static Vector2[] Line(int knots, Vector2 from, Vector2 size, ref RandomStream random)
    {
        var stroke = new Glyph.Knot[knots];
        for (int i = 0; i < knots; i++)
        {
            var at = from + new Vector2(random.NextSingle(0, size.X), random.NextSingle(0, size.Y));
            stroke[i] = new Glyph.Knot(at, random.Chance(0.2f));
        }

        Writer steady = Writer.Draw(0, ref random) with { Jitter = 0, Turn = 0, Aspect = 1, Slant = 0 };
        return GlyphTracer.Trace(new Glyph(stroke), steady, ref random).Lines[0];
    }
}
