using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Strokes;

/// <summary>Leads a pen along a glyph in a writer's manner.</summary>
internal static class GlyphTracer
{
    /// <summary>Points that a curve gets for each that the glyph has.</summary>
    private const int Steps = 8;

    /// <summary>Traces a glyph in its own units, turned and slanted about its middle.</summary>
    public static Trace Trace(Glyph glyph, Writer writer, ref RandomStream random)
    {
        var lines = new Vector2[glyph.Strokes.Count][];
        for (int i = 0; i < lines.Length; i++) lines[i] = Smooth(Jitter(glyph.Strokes[i], writer.Jitter, ref random));
        float bow = random.Bell() * writer.Jitter, sway = random.Bell() * writer.Jitter, lean = random.Bell() * 0.03f;
        foreach (Vector2[] line in lines) Shake(line, writer.Tremor, ref random);
        PlaneMap map = PlaneMap.Turned(writer.Turn, writer.Aspect, 1, writer.Slant + lean);
        return new Trace(lines).Map(point =>
        {
            float y = (point.Y - 50) / 50, x = (point.X - 30) / 30;
            return map.Map(new Vector2(point.X - 30 + (bow * (1 - (y * y))), point.Y - 50 + (sway * x * x) + (writer.Middle * 50 * (1 - (y * y)))));
        });
    }

    private static void Shake(Vector2[] line, float tremor, ref RandomStream random)
    {
        if (tremor == 0) return;
        foreach (ref Vector2 point in line.AsSpan()) point += new Vector2(random.Bell(), random.Bell()) * tremor;
    }

    private static Glyph.Knot[] Jitter(Glyph.Knot[] stroke, float deviation, ref RandomStream random)
    {
        var moved = new Glyph.Knot[stroke.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            var by = new Vector2(random.Bell(), random.Bell());
            moved[i] = stroke[i] with { At = stroke[i].At + (by * deviation) };
        }

        return moved;
    }

    /// <summary>Catmull-Rom splines from corner to corner.</summary>
    private static Vector2[] Smooth(Glyph.Knot[] stroke)
    {
        Vector2 gap = stroke[0].At - stroke[^1].At;
        bool isClosed = stroke.Length > 3 && !stroke[0].IsCorner && (gap.X * gap.X) + (gap.Y * gap.Y) < 200;
        var points = new Vector2[((stroke.Length - 1) * Steps) + 1];
        for (int i = 0; i + 1 < stroke.Length; i++)
        {
            Vector2 from = stroke[i].At, to = stroke[i + 1].At;
            Vector2 before = stroke[i].IsCorner ? from : i > 0 ? stroke[i - 1].At : isClosed ? stroke[^2].At : from;
            Vector2 after = stroke[i + 1].IsCorner ? to : i + 2 < stroke.Length ? stroke[i + 2].At : isClosed ? stroke[1].At : to;
            for (int step = 0; step < Steps; step++) points[(i * Steps) + step] = Spline(before, from, to, after, step / (float)Steps);
        }

        points[^1] = stroke[^1].At;
        return points;
    }

    private static Vector2 Spline(Vector2 before, Vector2 from, Vector2 to, Vector2 after, float share)
    {
        float square = share * share, cube = square * share;
        return ((from * 2) + ((to - before) * share)
            + (((before * 2) - (from * 5) + (to * 4) - after) * square)
            + (((from * 3) - before - (to * 3) + after) * cube)) * 0.5f;
    }
}
