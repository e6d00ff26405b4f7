namespace MlNetDigits.Synthesis.Drawing;

/// <summary>Sine and cosine by a polynomial, whose bits are the same on all machines.</summary>
internal static class Angle
{
    private static readonly int[] _divisors = [72, 42, 20, 6];

    /// <summary>Sine and cosine of an angle in radians, with an error below 1e-7.</summary>
    public static (float Sine, float Cosine) SinCos(float radians) => ((float)Sine(radians), (float)Sine(radians + (Math.PI / 2)));

    /// <summary>Tangent of an angle in degrees.</summary>
    public static float TanDegrees(float degrees)
    {
        (float sine, float cosine) = SinCos(degrees * (MathF.PI / 180));
        return sine / cosine;
    }

    private static double Sine(double radians)
    {
        double turns = radians / (2 * Math.PI);
        double x = (turns - Math.Floor(turns + 0.5)) * 2 * Math.PI;
        if (x > Math.PI / 2) x = Math.PI - x;
        else if (x < -Math.PI / 2) x = -Math.PI - x;
        double square = x * x;
        double series = 1 - (square / 110);
        foreach (int divisor in _divisors) series = 1 - (square / divisor * series);
        return x * series;
    }
}
