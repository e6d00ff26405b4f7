using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Synthesis.Drawing;

/// <summary>Random values on the knots of a line or a grid, with straight ways between them.</summary>
internal static class SmoothNoise
{
    /// <summary>Values from -1 to 1 along a line.</summary>
    /// <param name="target">Takes the values.</param>
    /// <param name="knots">Number of random values, at least 2.</param>
    /// <param name="random">Where they come from.</param>
    public static void Line(Span<float> target, int knots, ref RandomStream random)
    {
        float from = random.Signed(1), to = random.Signed(1), step = (knots - 1f) / Math.Max(target.Length - 1, 1);
        int knot = 0;
        for (int i = 0; i < target.Length; i++)
        {
            float at = i * step;
            while (at - knot > 1)
            {
                (from, to) = (to, random.Signed(1));
                knot++;
            }

            target[i] = from + ((to - from) * (at - knot));
        }
    }

    /// <summary>Adds values from minus to plus a limit over a picture, from a grid of cells of the same size in pixels.</summary>
    public static void Add(Span<float> target, int width, float cell, float limit, ref RandomStream random)
    {
        int height = target.Length / width, columns = (int)(width / cell) + 2, rows = (int)(height / cell) + 2;
        var knots = new float[columns * rows];
        foreach (ref float knot in knots.AsSpan()) knot = random.Signed(limit);
        for (int y = 0; y < height; y++)
        {
            float atY = y / cell;
            int row = (int)atY * columns;
            float down = atY - (int)atY;
            for (int x = 0; x < width; x++)
            {
                float atX = x / cell, right = atX - (int)atX;
                int i = row + (int)atX;
                float top = knots[i] + ((knots[i + 1] - knots[i]) * right);
                float bottom = knots[i + columns] + ((knots[i + columns + 1] - knots[i + columns]) * right);
                target[(y * width) + x] += top + ((bottom - top) * down);
            }
        }
    }
}
