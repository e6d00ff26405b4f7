using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Tests;

/// <summary>Seeded numbers for tests.</summary>
internal static class Randoms
{
    public static float[] Uniform(int count, int seed, float minimum = -1, float maximum = 1)
    {
        var random = new RandomStream((ulong)seed);
        var values = new float[count];
        foreach (ref float value in values.AsSpan()) value = random.NextSingle(minimum, maximum);
        return values;
    }

    /// <summary>Whole numbers from -3 to 3: floats add and multiply them without rounding.</summary>
    public static float[] Whole(int count, int seed)
    {
        var random = new RandomStream((ulong)seed);
        var values = new float[count];
        foreach (ref float value in values.AsSpan()) value = random.Next(7) - 3;
        return values;
    }
}
