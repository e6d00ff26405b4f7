using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Tests.Randomness;

public sealed class RandomStreamTests
{
    private const int Draws = 100_000;

    [Fact]
    public void NextUInt64_SameKey_GivesTheSameNumbers()
    {
        var first = new RandomStream(9);
        var second = new RandomStream(9);

        Assert.Equal(first.NextUInt64(), second.NextUInt64());
        Assert.Equal(first.NextUInt64(), second.NextUInt64());
    }

    [Fact]
    public void NextSingle_Seed1_IsUniform()
    {
        var random = new RandomStream(1);
        var histogram = new int[10];

        for (int i = 0; i < Draws; i++)
            histogram[(int)(random.NextSingle() * 10)]++;

        Assert.All(histogram, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void NextGaussian_Seed2_HasMeanZeroAndDeviationOne()
    {
        var random = new RandomStream(2);

        double[] values = [.. Enumerable.Range(0, Draws).Select(_ => (double)random.NextGaussian())];

        Assert.InRange(values.Average(), -0.015, 0.015);
        Assert.InRange(values.Average(value => value * value), 0.98, 1.02);
        Assert.InRange(values.Count(value => Math.Abs(value) > 2) / (double)Draws, 0.042, 0.049);
    }

    [Fact]
    public void Next_Seed3_ReachesEveryValueEquallyOften()
    {
        var random = new RandomStream(3);
        var histogram = new int[7];

        for (int i = 0; i < 70_000; i++)
            histogram[random.Next(7)]++;

        Assert.All(histogram, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void Next_LimitZero_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0).Next(0));

    [Fact]
    public void Mix_SmallNumbers_NeverCollides()
    {
        var keys = new HashSet<ulong>();

        for (ulong a = 0; a < 200; a++)
        {
            for (ulong b = 0; b < 200; b++)
                keys.Add(RandomStream.Mix(a, b));
        }

        Assert.Equal(40_000, keys.Count);
    }
}
