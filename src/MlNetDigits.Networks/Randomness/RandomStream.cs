namespace MlNetDigits.Networks.Randomness;

/// <summary>A small SplitMix64 random number generator, wholly determined by its key.</summary>
/// <param name="key">Names the stream; equal keys give equal numbers.</param>
/// <remarks>Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014. It is a mutable value: pass it by reference.</remarks>
public struct RandomStream(ulong key)
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    private ulong _state = Finalize(key);

    /// <summary>Derives a new key from two numbers, such as a seed and an epoch.</summary>
    /// <param name="a">The first number; its order matters.</param>
    /// <param name="b">The second number.</param>
    /// <returns>A well mixed key.</returns>
    public static ulong Mix(ulong a, ulong b) => Finalize(Finalize(a) + (GoldenRatio * (b + 1)));

    /// <summary>Draws 64 uniformly random bits.</summary>
    /// <returns>Any value, each equally likely.</returns>
    public ulong NextUInt64() => Finalize(_state += GoldenRatio);

    /// <summary>Draws 32 uniformly random bits.</summary>
    /// <returns>Any value, each equally likely.</returns>
    public uint NextUInt32() => (uint)(NextUInt64() >> 32);

    /// <summary>Draws a uniform number of at least 0 and below 1.</summary>
    /// <returns>A multiple of 2⁻²⁴ in [0, 1).</returns>
    public float NextSingle() => (NextUInt64() >> 40) * (1f / (1 << 24));

    /// <summary>Draws a uniform number between two bounds.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The upper bound.</param>
    /// <returns>A number in [minimum, maximum], the upper bound by rounding alone.</returns>
    public float NextSingle(float minimum, float maximum) => minimum + ((maximum - minimum) * NextSingle());

    /// <summary>Draws from the normal distribution of mean 0 and deviation 1.</summary>
    /// <returns>A normally distributed number, by the method of Box and Muller.</returns>
    public float NextGaussian()
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - ((NextUInt64() >> 11) * (1.0 / (1UL << 53)))));
        return (float)(radius * Math.Cos(2 * Math.PI * NextSingle()));
    }

    /// <summary>Draws a whole number of at least 0 and below a limit.</summary>
    /// <param name="limit">The exclusive upper bound, at least 1.</param>
    /// <returns>A number in [0, limit).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    public int Next(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return (int)(((ulong)NextUInt32() * (uint)limit) >> 32);
    }

    private static ulong Finalize(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
