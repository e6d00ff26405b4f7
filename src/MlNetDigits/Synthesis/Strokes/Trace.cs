using System.Numerics;

namespace MlNetDigits.Synthesis.Strokes;

/// <summary>The ways of a pen: one line of points for each stroke.</summary>
internal sealed class Trace(IReadOnlyList<Vector2[]> lines)
{
    public IReadOnlyList<Vector2[]> Lines { get; } = lines;

    /// <summary>The least and the greatest coordinates of all points.</summary>
    public (Vector2 Least, Vector2 Greatest) Bounds()
    {
        var least = new Vector2(float.MaxValue);
        var greatest = new Vector2(float.MinValue);
        foreach (Vector2[] line in Lines)
        {
            foreach (Vector2 point in line) (least, greatest) = (Vector2.Min(least, point), Vector2.Max(greatest, point));
        }

        return (least, greatest);
    }

    public Trace Map(Func<Vector2, Vector2> map) => new([.. Lines.Select(line => Array.ConvertAll(line, point => map(point)))]);
}
