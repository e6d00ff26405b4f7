namespace MlNetDigits.Tests.Images.Samples;

/// <summary>How each digit is written: strokes through points, x from 0 to 1, y down from 0 to 1.4.</summary>
internal static class Glyphs
{
    // A stroke that begins with "~" is a smooth curve, another one is straight between its points.
    private static readonly string[] Strokes =
    [
        "~.5,0 .2,.15 .05,.65 .2,1.25 .5,1.4 .8,1.25 .95,.7 .8,.15 .5,0",
        ".3,.3 .56,0 .5,1.4",
        "~.1,.32 .28,.05 .6,0 .85,.25 .75,.62 .4,1.05 .06,1.38|.06,1.38 .95,1.36",
        "~.1,.18 .4,0 .78,.15 .75,.5 .38,.65|~.38,.65 .8,.78 .88,1.1 .55,1.38 .08,1.24",
        ".5,0 .05,.9 .95,.9|.7,.5 .66,1.4",
        ".86,.02 .24,.02 .16,.62|~.16,.62 .5,.5 .86,.75 .82,1.18 .46,1.4 .08,1.26",
        "~.72,.02 .38,.3 .14,.75 .14,1.15 .42,1.4 .78,1.25 .84,.95 .6,.74 .3,.82 .14,1.1",
        ".05,.08 .9,.04 .36,1.4",
        "~.52,.65 .2,.4 .3,.05 .7,.03 .8,.36 .5,.66 .14,1 .3,1.36 .7,1.38 .88,1.04 .52,.65",
        "~.84,.3 .62,.64 .24,.6 .14,.28 .4,0 .76,.08 .84,.34 .8,.85 .62,1.4",
    ];

    /// <summary>The digit's strokes as chains of short straight pieces.</summary>
    public static (double X, double Y)[][] Of(int digit) => [.. Strokes[digit].Split('|').Select(Chain)];

    private static (double X, double Y)[] Chain(string stroke)
    {
        var points = stroke.TrimStart('~').Split(' ').Select(Point).ToArray();
        if (stroke[0] != '~')
            return points;

        var chain = new List<(double, double)>();
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var (before, from, to, after) = (points[Math.Max(0, i - 1)], points[i], points[i + 1], points[Math.Min(points.Length - 1, i + 2)]);
            for (var t = 0.0; t < 1; t += 0.125)
                chain.Add((Between(before.X, from.X, to.X, after.X, t), Between(before.Y, from.Y, to.Y, after.Y, t)));
        }

        chain.Add(points[^1]);
        return [.. chain];
    }

    private static (double X, double Y) Point(string text)
    {
        var numbers = text.Split(',').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0], numbers[1]);
    }

    /// <summary>A Catmull-Rom spline between b and c.</summary>
    private static double Between(double a, double b, double c, double d, double t) =>
        b + (0.5 * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
}
