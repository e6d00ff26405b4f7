using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Strokes;

/// <summary>Draws traces with a writer's pen.</summary>
internal static class TracePen
{
    private const float ThinnestRadius = 0.55f;

    /// <summary>Draws a trace in pixels.</summary>
    /// <param name="layer">Takes the ink.</param>
    /// <param name="trace">Lines in pixels.</param>
    /// <param name="writer">Whose pen it is.</param>
    /// <param name="height">Height of the writing in pixels, which the pen's width follows.</param>
    /// <param name="random">Where pressure, gaps and grain come from.</param>
    public static void Draw(InkLayer layer, Trace trace, Writer writer, float height, ref RandomStream random)
    {
        float density = writer.Density;
        foreach (Vector2[] line in trace.Lines)
        {
            Stroke(layer, line, writer, Math.Max(writer.Radius * height, ThinnestRadius), density, ref random);
            density = writer.Density * (1 - random.NextSingle(0, writer.Fading));
        }

        if (writer.IsHard) Harden(layer, writer.Density);
        if (writer.Grain > 0) Grain(layer, writer.Grain, ref random);
    }

    private static void Stroke(InkLayer layer, Vector2[] line, Writer writer, float radius, float density, ref RandomStream random)
    {
        Span<float> pressure = stackalloc float[line.Length];
        SmoothNoise.Line(pressure, Math.Min(random.Whole(3, 6), line.Length), ref random);
        (float sine, float cosine) = Angle.SinCos(writer.NibTurn);
        int gap = random.Chance(writer.Gaps) ? random.Next(line.Length) : -1;
        for (int i = 0; i + 1 < line.Length; i++)
        {
            if (i == gap) continue;
            float from = 1 + (writer.Pressure * pressure[i]), to = 1 + (writer.Pressure * pressure[i + 1]);
            float fromDensity = Math.Min(density * (0.6f + (0.4f * from)), 1), toDensity = Math.Min(density * (0.6f + (0.4f * to)), 1);
            Vector2 step = line[i + 1] - line[i];
            float nib = writer.Nib == 0 ? 1 : 1 - (writer.Nib * Math.Abs((step.X * cosine) + (step.Y * sine)) / Math.Max(MathF.Sqrt((step.X * step.X) + (step.Y * step.Y)), 1e-3f));
            layer.Segment(line[i], line[i + 1], Math.Max(radius * from * nib, ThinnestRadius), Math.Max(radius * to * nib, ThinnestRadius), fromDensity, toDensity);
        }
    }

    private static void Harden(InkLayer layer, float density)
    {
        for (int y = layer.Touched.Top; y < layer.Touched.Bottom; y++)
        {
            foreach (ref float cover in layer.Row(y)[layer.Touched.Left..layer.Touched.Right]) cover = cover > 0.4f * density ? density : 0;
        }
    }

    private static void Grain(InkLayer layer, float grain, ref RandomStream random)
    {
        for (int y = layer.Touched.Top; y < layer.Touched.Bottom; y++)
        {
            foreach (ref float cover in layer.Row(y)[layer.Touched.Left..layer.Touched.Right])
            {
                if (cover > 0) cover *= 1 - (grain * random.NextSingle());
            }
        }
    }
}
