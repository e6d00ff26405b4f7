using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Segmentation;

/// <summary>Cuts a piece of ink from top to bottom where little ink is crossed.</summary>
/// <remarks>Paths of least cost, found by dynamic programming from both ends; a path moves at most one column a row.</remarks>
internal static class SeamCuts
{
    // Cost of moving a column aside, in pixels of crossed ink.
    private const float Aside = 0.12f;

    // Rows that paths are told apart in, as shares of the height.
    private static readonly double[] Levels = [0.5, 0.25, 0.75];

    // As shares of a digit's height: the most ink that a cut crosses, the distance of cuts, and the least width beside one.
    private const double MostInk = 0.5;
    private const double LeastDistance = 0.09;

    /// <summary>Cuts a piece; the first part keeps its label, others get new ones.</summary>
    /// <param name="page">The page, whose labels and pieces change.</param>
    /// <param name="label">The piece.</param>
    /// <param name="height">Height of a digit, in pixels.</param>
    /// <returns>The parts' labels from left to right, each with the ink that the cut before it crosses as a share of the height.</returns>
    public static List<Atom> Cut(PageInk page, int label, int height)
    {
        InkPart box = page.Parts[label - 1];
        int width = page.Field.Width;
        var ink = new bool[box.Width * box.Height];
        for (int i = 0; i < ink.Length; i++)
            ink[i] = page.Labels[((box.Top + (i / box.Width)) * width) + box.Left + (i % box.Width)] == label;
        List<(double Ink, int[] Path)> cuts = Find(ink, box.Width, box.Height, height);
        return cuts.Count == 0 ? [new Atom(label, 0)] : Split(page, label, box, cuts, height);
    }

    /// <summary>Finds paths from left to right.</summary>
    private static List<(double Ink, int[] Path)> Find(bool[] ink, int width, int rows, int height)
    {
        float[] down = Costs(ink, width, rows, 1), up = Costs(ink, width, rows, -1);
        var found = new List<(double Cost, int[] Path)>();
        int apart = Math.Max(2, (int)(LeastDistance * height));
        foreach (double level in Levels)
        {
            int row = (int)(level * (rows - 1)), at = row * width;
            var costs = new float[width];
            for (int x = 0; x < width; x++)
                costs[x] = down[at + x] + up[at + x] - (ink[at + x] ? 1 : 0);
            foreach (int x in Minima(costs, apart))
                found.Add((costs[x], Follow(down, up, width, rows, row, x)));
        }

        var taken = new List<(double Ink, int[] Path)>();
        foreach ((double cost, int[] path) in found.OrderBy(cut => cut.Cost))
        {
            int crossed = path.Where((x, y) => ink[(y * width) + x]).Count();
            if (crossed <= MostInk * height && !taken.Exists(other => Distance(other.Path, path) < apart))
                taken.Add((crossed, path));
        }

        taken.Sort((one, other) => one.Path.Sum().CompareTo(other.Path.Sum()));
        return taken;
    }

    /// <summary>Middles of the stretches of least cost, none of them nearer to an end than a distance.</summary>
    private static IEnumerable<int> Minima(float[] costs, int apart)
    {
        for (int x = 1; x < costs.Length; x++)
        {
            if (costs[x - 1] <= costs[x])
                continue;
            int end = x;
            while (end + 1 < costs.Length && costs[end + 1] == costs[x])
                end++;
            int middle = (x + end) / 2, first = Math.Max(0, x - apart), last = Math.Min(costs.Length - 1, end + apart);
            if (middle >= apart && middle < costs.Length - apart && costs.AsSpan(first, last - first + 1).IndexOfAnyExceptInRange(costs[x], float.MaxValue) < 0)
                yield return middle;
        }
    }

    private static double Distance(int[] one, int[] other)
    {
        int sum = 0;
        for (int i = 0; i < one.Length; i++)
            sum += Math.Abs(one[i] - other[i]);
        return (double)sum / one.Length;
    }

    /// <summary>Least cost from an end of the piece to each pixel, it included.</summary>
    private static float[] Costs(bool[] ink, int width, int rows, int step)
    {
        var costs = new float[ink.Length];
        for (int row = 0; row < rows; row++)
        {
            int y = step > 0 ? row : rows - 1 - row, at = y * width, before = at - (step * width);
            for (int x = 0; x < width; x++)
            {
                float least = 0;
                if (row > 0)
                {
                    least = costs[before + x];
                    if (x > 0) least = Math.Min(least, costs[before + x - 1] + Aside);
                    if (x < width - 1) least = Math.Min(least, costs[before + x + 1] + Aside);
                }

                costs[at + x] = least + (ink[at + x] ? 1 : 0);
            }
        }

        return costs;
    }

    private static int[] Follow(float[] down, float[] up, int width, int rows, int row, int x)
    {
        var path = new int[rows];
        path[row] = x;
        for (int y = row - 1; y >= 0; y--)
            path[y] = Best(down, width, y, path[y + 1]);
        for (int y = row + 1; y < rows; y++)
            path[y] = Best(up, width, y, path[y - 1]);
        return path;
    }

    private static int Best(float[] costs, int width, int y, int x)
    {
        (int best, float least) = (x, costs[(y * width) + x]);
        if (x > 0 && costs[(y * width) + x - 1] + Aside < least) (best, least) = (x - 1, costs[(y * width) + x - 1] + Aside);
        if (x < width - 1 && costs[(y * width) + x + 1] + Aside < least) best = x + 1;
        return best;
    }

    private static List<Atom> Split(PageInk page, int label, InkPart box, List<(double Ink, int[] Path)> cuts, int height)
    {
        var bounds = new InkPart?[cuts.Count + 1];
        int[] labels = [label, .. Enumerable.Range(page.Parts.Count + 1, cuts.Count)];
        for (int y = 0; y < box.Height; y++)
        {
            for (int x = 0; x < box.Width; x++)
            {
                int at = ((box.Top + y) * page.Field.Width) + box.Left + x;
                if (page.Labels[at] != label)
                    continue;
                int part = 0;
                foreach ((_, int[] path) in cuts)
                    part += path[y] <= x ? 1 : 0;
                var pixel = new InkPart(1, box.Left + x, box.Top + y, box.Left + x, box.Top + y);
                bounds[part] = bounds[part]?.Join(pixel) ?? pixel;
                page.Labels[at] = labels[part];
            }
        }

        page.Parts[label - 1] = bounds[0] ?? default;
        page.Parts.AddRange(bounds.Skip(1).Select(part => part ?? default));
        return [.. labels.Select((name, i) => new Atom(name, i == 0 ? 0 : cuts[i - 1].Ink / height)).Where((_, i) => bounds[i] is not null)];
    }
}
