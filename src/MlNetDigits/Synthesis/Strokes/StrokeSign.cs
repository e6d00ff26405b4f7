using System.Numerics;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Strokes;

/// <summary>A glyph as a writer traces it.</summary>
internal sealed class StrokeSign(Trace trace, Writer writer) : Sign
{
    public override (Vector2 Least, Vector2 Greatest) Bounds { get; } = trace.Bounds();

    public override float Margin => writer.Radius;

    public override void Draw(InkLayer layer, PlaneMap map, float height, ref RandomStream random) =>
        TracePen.Draw(layer, trace.Map(map.Map), writer, height, ref random);
}
