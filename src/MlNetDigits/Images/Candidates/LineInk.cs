using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Candidates;

/// <summary>Straight lines along a picture, a little turned perhaps: of forms, cells, ruled and squared paper, underlines.</summary>
internal static class LineInk
{
    // Tangent of the greatest turn: 5 degrees.
    private const double SteepestSlope = 0.0875;

    // Turns that are looked at, to either side, at most.
    private const int MostTurns = 24;

    // A line covers this share of the picture's side, or this share of the ink's extent.
    private const double LeastOfSide = 0.5;
    private const double LeastOfInk = 0.75;

    // A line is thinner than this share of the side; a stroke across it is thicker than the line by this factor.
    private const double ThickestShare = 0.07;
    private const double StrokeFactor = 1.6;

    // Lines of one picture are alike: what is thicker than the longest by this factor is a stroke.
    private const double MostUnlike = 2;

    private const int MostLines = 60;

    /// <summary>Erases lines, but not the strokes that cross them.</summary>
    /// <param name="field">The sheet's contrast.</param>
    /// <param name="share">Ink is what has at least this share of the strongest contrast.</param>
    /// <returns>The rest, or null when there are no lines.</returns>
    public static InkField? Erase(InkField field, float share = InkField.UsualShare)
    {
        if (field.Threshold(share) is not { } threshold)
            return null;
        var contrast = (float[])field.Contrast.Clone();
        var thickest = Math.Max(2, (int)(ThickestShare * Math.Max(field.Width, field.Height)));
        var level = EraseLevel(contrast, field.Width, field.Height, threshold, ref thickest);
        var turned = Transpose(contrast, field.Width, field.Height);
        var upright = EraseLevel(turned, field.Height, field.Width, threshold, ref thickest);
        return level || upright ? field with { Contrast = Transpose(turned, field.Height, field.Width) } : null;
    }

    /// <summary>Erases lines that are about level, none thicker than is said, which the first of them may lower.</summary>
    private static bool EraseLevel(float[] contrast, int width, int height, float threshold, ref int thickest)
    {
        var ink = Array.ConvertAll(contrast, value => value >= threshold);
        var extent = Extent(ink, width);
        var least = Math.Max(8, Math.Min(LeastOfSide * width, LeastOfInk * extent));
        var found = Find(ink, width, height, (int)least);
        var taken = new List<(int Y, int Thickness)>();
        foreach (var (_, rise, y) in found)
        {
            if (taken.Count == MostLines)
                break;
            // The same line is found at neighbouring turns and rows.
            var middle = y + (rise / 2);
            if (taken.Any(line => Math.Abs(line.Y - middle) <= line.Thickness + 2))
                continue;
            var thickness = Thickness(ink, width, height, rise, y);
            if (thickness > thickest)
                continue;
            taken.Add((middle, thickness));
            thickest = Math.Min(thickest, (int)(MostUnlike * thickness) + 1);
            Erase(contrast, ink, width, height, rise, y, thickness);
        }

        return taken.Count > 0;
    }

    /// <summary>Lines by their number of ink pixels, the most first.</summary>
    private static List<(int Count, int Rise, int Y)> Find(bool[] ink, int width, int height, int least)
    {
        var reach = (int)Math.Ceiling(SteepestSlope * width);
        var step = Math.Max(1, reach / MostTurns);
        var found = new List<(int, int, int)>();
        var counts = new int[height + (2 * reach) + 1];
        var shifts = new int[width];
        var (columns, rows) = Places(ink, width);
        for (var rise = -(reach / step * step); rise <= reach; rise += step)
        {
            Array.Clear(counts);
            for (var x = 0; x < width; x++)
                shifts[x] = reach - (rise * x / width);
            for (var i = 0; i < rows.Length; i++)
                counts[rows[i] + shifts[columns[i]]]++;

            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] >= least)
                    found.Add((counts[i], rise, i - reach));
            }
        }

        found.Sort((a, b) => b.Item1 != a.Item1 ? b.Item1.CompareTo(a.Item1) : a.Item2 != b.Item2 ? a.Item2.CompareTo(b.Item2) : a.Item3.CompareTo(b.Item3));
        return found;
    }

    private static (int[] Columns, int[] Rows) Places(bool[] ink, int width)
    {
        var (columns, rows, count) = (new int[ink.Length], new int[ink.Length], 0);
        for (var i = 0; i < ink.Length; i++)
        {
            if (ink[i])
                (rows[count], columns[count++]) = Math.DivRem(i, width);
        }

        return (columns[..count], rows[..count]);
    }

    /// <summary>Median of the ink's runs across the line.</summary>
    private static int Thickness(bool[] ink, int width, int height, int rise, int y)
    {
        var runs = new List<int>();
        for (var x = 0; x < width; x++)
        {
            var (top, bottom) = Run(ink, width, height, x, y + (rise * x / width));
            if (bottom >= top)
                runs.Add(bottom - top + 1);
        }

        runs.Sort();
        // Erasing another line may have taken this one with it.
        return runs.Count == 0 ? int.MaxValue : runs[runs.Count / 2];
    }

    private static void Erase(float[] contrast, bool[] ink, int width, int height, int rise, int y, int thickness)
    {
        var longest = (int)(StrokeFactor * thickness) + 1;
        for (var x = 0; x < width; x++)
        {
            var row = y + (rise * x / width);
            for (var near = row - 1; near <= row + 1; near++)
            {
                var (top, bottom) = Run(ink, width, height, x, near);
                if (bottom < top || bottom - top >= longest)
                    continue;
                for (var at = Math.Max(0, top - 1); at <= Math.Min(height - 1, bottom + 1); at++)
                {
                    contrast[(at * width) + x] = 0;
                    ink[(at * width) + x] = false;
                }
            }
        }
    }

    /// <summary>First and last row of the ink around a place in its column; last before first when there is none.</summary>
    private static (int Top, int Bottom) Run(bool[] ink, int width, int height, int x, int y)
    {
        if ((uint)y >= (uint)height || !ink[(y * width) + x])
            return (0, -1);
        var (top, bottom) = (y, y);
        while (top > 0 && ink[((top - 1) * width) + x])
            top--;
        while (bottom < height - 1 && ink[((bottom + 1) * width) + x])
            bottom++;
        return (top, bottom);
    }

    private static int Extent(bool[] ink, int width)
    {
        var (left, _, right, _) = StrokeShape.Bounds(ink, width);
        return right - left + 1;
    }

    private static float[] Transpose(float[] values, int width, int height)
    {
        var turned = new float[values.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                turned[(x * height) + y] = values[(y * width) + x];
        }

        return turned;
    }
}
