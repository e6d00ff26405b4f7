using System.Globalization;
using System.Numerics;

namespace MlNetDigits.Synthesis.Strokes;

/// <summary>The strokes of a sign, as points that a pen passes in a box of about 60×100.</summary>
/// <remarks>
/// Text is points <c>x,y</c>, a line turns sharply at those with <c>!</c> and smoothly at others; <c>;</c> parts strokes.
/// A stroke that ends where it began is closed.
/// </remarks>
internal sealed class Glyph
{
    public Glyph(string text) => Strokes = [.. text.Split(';').Select(stroke => stroke.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Knot.Parse).ToArray())];

    /// <summary>A glyph of one stroke.</summary>
    public Glyph(Knot[] stroke) => Strokes = [stroke];

    public IReadOnlyList<Knot[]> Strokes { get; }

    /// <summary>A point of a stroke.</summary>
    internal readonly record struct Knot(Vector2 At, bool IsCorner)
    {
        public static Knot Parse(string text)
        {
            bool isCorner = text.EndsWith('!');
            float[] parts = [.. text.TrimEnd('!').Split(',').Select(part => float.Parse(part, CultureInfo.InvariantCulture))];
            return new Knot(new Vector2(parts[0], parts[1]), isCorner);
        }
    }
}
