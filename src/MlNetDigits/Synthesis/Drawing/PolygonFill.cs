using System.Numerics;

namespace MlNetDigits.Synthesis.Drawing;

/// <summary>Fills polygons, with four lines of samples for each row of pixels and exact ends of each.</summary>
internal static class PolygonFill
{
    private const int Lines = 4;

    /// <summary>Covers what lies inside a closed polygon by the even-odd rule.</summary>
    public static void Fill(this InkLayer layer, ReadOnlySpan<Vector2> corners, float density = 1)
    {
        PixelBox box = PixelBox.Empty;
        foreach (Vector2 corner in corners) box = box.Union(PixelBox.Around(corner, corner, 0, layer.Width, layer.Height));
        if (box.IsEmpty) return;
        layer.Touch(box);
        var crossings = new List<float>();
        Span<float> cover = stackalloc float[Math.Min(layer.Width, 4096)];
        for (int row = box.Top; row < box.Bottom; row++)
        {
            cover.Clear();
            for (int line = 0; line < Lines; line++)
            {
                Cross(corners, row + ((line + 0.5f) / Lines), crossings);
                for (int i = 0; i + 1 < crossings.Count; i += 2) Span(cover, crossings[i], crossings[i + 1]);
            }

            Span<float> target = layer.Row(row);
            for (int x = 0; x < cover.Length; x++) target[x] = Math.Max(target[x], cover[x] * density / Lines);
        }
    }

    private static void Cross(ReadOnlySpan<Vector2> corners, float y, List<float> crossings)
    {
        crossings.Clear();
        Vector2 from = corners[^1];
        foreach (Vector2 to in corners)
        {
            if (from.Y <= y != to.Y <= y) crossings.Add(from.X + ((y - from.Y) / (to.Y - from.Y) * (to.X - from.X)));
            from = to;
        }

        crossings.Sort();
    }

    private static void Span(Span<float> cover, float from, float to)
    {
        int first = (int)Math.Clamp(from, 0, cover.Length), last = (int)Math.Clamp(to + 1, 0, cover.Length);
        for (int x = first; x < last; x++) cover[x] += Math.Clamp(Math.Min(to, x + 1) - Math.Max(from, x), 0, 1);
    }
}
