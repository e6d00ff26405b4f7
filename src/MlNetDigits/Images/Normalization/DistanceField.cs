namespace MlNetDigits.Images.Normalization;

/// <summary>Exact Euclidean distances to the edge of a shape.</summary>
/// <remarks>Two passes of the lower envelope of parabolas (Felzenszwalb and Huttenlocher, 2012): linear in pixels.</remarks>
internal static class DistanceField
{
    private const float Far = 1e12f;

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
        var height = inside.Length / width;
        var field = new float[inside.Length];
        for (var i = 0; i < field.Length; i++)
            field[i] = inside[i] == of ? 0 : Far;

        var length = Math.Max(width, height);
        var line = new float[length];
        var apexes = new int[length];
        var borders = new float[length + 1];
        for (var x = 0; x < width; x++)
            Transform(field, x, width, height, line, apexes, borders);
        for (var y = 0; y < height; y++)
            Transform(field, y * width, 1, width, line, apexes, borders);
        return field;
    }

    private static void Transform(float[] field, int start, int stride, int count, float[] line, int[] apexes, float[] borders)
    {
        for (var i = 0; i < count; i++)
            line[i] = field[start + (i * stride)];

        var last = 0;
        apexes[0] = 0;
        (borders[0], borders[1]) = (float.NegativeInfinity, float.PositiveInfinity);
        for (var i = 1; i < count; i++)
        {
            var crossing = Crossing(line, i, apexes[last]);
            while (crossing <= borders[last])
                crossing = Crossing(line, i, apexes[--last]);
            apexes[++last] = i;
            (borders[last], borders[last + 1]) = (crossing, float.PositiveInfinity);
        }

        for (int i = 0, at = 0; i < count; i++)
        {
            while (borders[at + 1] < i)
                at++;
            var distance = i - apexes[at];
            field[start + (i * stride)] = (distance * distance) + line[apexes[at]];
        }
    }

    private static float Crossing(float[] line, int right, int left) =>
        (float)(((double)line[right] + ((double)right * right) - line[left] - ((double)left * left)) / (2.0 * (right - left)));
}
