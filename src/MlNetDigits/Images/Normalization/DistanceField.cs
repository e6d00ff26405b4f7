namespace MlNetDigits.Images.Normalization;

/// <summary>Exact Euclidean distances to the edge of a shape.</summary>
/// <remarks>Distances within columns by two sweeps, then the lower envelope of parabolas along rows (Felzenszwalb and Huttenlocher, 2012): linear in pixels.</remarks>
internal static class DistanceField
{
    // Its square is still exact as a float, and no picture is as large.
    private const float Far = 4000;

    /// <summary>Distance of each pixel's centre to the edge: positive inside, negative outside.</summary>
    public static float[] Signed(bool[] inside, int width)
    {
        var toOutside = Squared(inside, width, of: false);
        var toInside = Squared(inside, width, of: true);
        for (var i = 0; i < toOutside.Length; i++)
            toOutside[i] = inside[i] ? MathF.Sqrt(toOutside[i]) - 0.5f : 0.5f - MathF.Sqrt(toInside[i]);
        return toOutside;
    }

    private static float[] Squared(bool[] inside, int width, bool of)
    {
        var field = InColumns(inside, width, of);
        var line = new float[width];
        var apexes = new int[width];
        var borders = new float[width + 1];
        for (var start = 0; start < field.Length; start += width)
            Transform(field.AsSpan(start, width), line, apexes, borders);
        return field;
    }

    /// <summary>Squared distance to the nearest pixel of the kind in the same column.</summary>
    private static float[] InColumns(bool[] inside, int width, bool of)
    {
        var field = new float[inside.Length];
        for (var i = 0; i < field.Length; i++)
            field[i] = inside[i] == of ? 0 : i < width ? Far : Math.Min(field[i - width] + 1, Far);
        for (var i = field.Length - width - 1; i >= 0; i--)
            field[i] = Math.Min(field[i], field[i + width] + 1);
        for (var i = 0; i < field.Length; i++)
            field[i] *= field[i];
        return field;
    }

    private static void Transform(Span<float> field, float[] line, int[] apexes, float[] borders)
    {
        if (field.IndexOfAnyExcept(0f) < 0)
            return;
        field.CopyTo(line);
        var last = 0;
        apexes[0] = 0;
        (borders[0], borders[1]) = (float.NegativeInfinity, float.PositiveInfinity);
        for (var i = 1; i < field.Length; i++)
        {
            var crossing = Crossing(line, i, apexes[last]);
            while (crossing <= borders[last])
                crossing = Crossing(line, i, apexes[--last]);
            apexes[++last] = i;
            (borders[last], borders[last + 1]) = (crossing, float.PositiveInfinity);
        }

        for (int i = 0, at = 0; i < field.Length; i++)
        {
            while (borders[at + 1] < i)
                at++;
            var distance = i - apexes[at];
            field[i] = (distance * distance) + line[apexes[at]];
        }
    }

    private static float Crossing(float[] line, int right, int left) =>
        (line[right] - line[left] + ((right - left) * (float)(right + left))) / (2 * (right - left));
}
