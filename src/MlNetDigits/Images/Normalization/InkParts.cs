namespace MlNetDigits.Images.Normalization;

/// <summary>Finds the connected pieces of ink.</summary>
internal static class InkParts
{
    /// <summary>Numbers the pieces from 1 in <paramref name="labels"/>; diagonal neighbours connect.</summary>
    /// <param name="contrast">Contrast of each pixel.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="threshold">Least contrast of ink.</param>
    /// <param name="labels">Zeros; receives each pixel's piece.</param>
    public static List<InkPart> Label(float[] contrast, int width, float threshold, int[] labels)
    {
        var parts = new List<InkPart>();
        var pending = new Stack<int>();
        for (var start = 0; start < contrast.Length; start++)
        {
            if (labels[start] != 0 || contrast[start] < threshold)
                continue;
            labels[start] = parts.Count + 1;
            pending.Push(start);
            parts.Add(Fill(contrast, width, threshold, labels, pending, parts.Count + 1));
        }

        return parts;
    }

    private static InkPart Fill(float[] contrast, int width, float threshold, int[] labels, Stack<int> pending, int label)
    {
        var height = contrast.Length / width;
        int area = 0, left = width, top = height, right = 0, bottom = 0;
        while (pending.TryPop(out var at))
        {
            var (y, x) = Math.DivRem(at, width);
            area++;
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
            for (var row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
            {
                for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                {
                    var next = (row * width) + column;
                    if (labels[next] != 0 || contrast[next] < threshold)
                        continue;
                    labels[next] = label;
                    pending.Push(next);
                }
            }
        }

        return new InkPart(area, left, top, right, bottom);
    }
}
