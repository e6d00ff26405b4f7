using MlNetDigits.Measuring;
using MlNetDigits.Networks.Augmentation;

namespace MlNetDigits.Networks.Tests.Augmentation;

public sealed class ImageAugmenterTests
{
    private const int Side = 28;

    private static readonly AugmentationOptions Everything = AugmentationOptions.Photo with { ErasingProbability = 0.5f };

    [Fact]
    public void Apply_None_ReturnsTheSource()
    {
        float[] source = Noise(Side * Side);

        float[] result = Augment(AugmentationOptions.None, source, key: 1);

        Assert.Equal(source, result);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(ulong.MaxValue)]
    public void Apply_SameKeyOnAnotherThread_GivesTheSameBits(ulong key)
    {
        float[] source = Noise(Side * Side);
        var used = new ImageAugmenter(Side, Side, 1, Everything);
        var first = new float[source.Length];
        used.Apply(source, first, key + 1);
        used.Apply(source, first, key);

        float[]? second = null;
        var thread = new Thread(() => second = Augment(Everything, source, key));
        thread.Start();
        thread.Join();

        Assert.Equal(first, second);
    }

    [Fact]
    public void Apply_OtherKey_GivesAnotherImage()
    {
        float[] source = Noise(Side * Side);

        Assert.NotEqual(Augment(Everything, source, key: 1), Augment(Everything, source, key: 2));
    }

    [Fact]
    public void Apply_DamageAlone_DamagesAboutThatShare()
    {
        float[] source = Noise(Side * Side);

        int damaged = Enumerable.Range(0, 400).Count(key => !source.SequenceEqual(Augment(new AugmentationOptions { DamageProbability = 0.25f }, source, (ulong)key)));

        Assert.InRange(damaged, 60, 140);
    }

    [Fact]
    public void Constructor_DamageOfSeveralChannels_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new ImageAugmenter(Side, Side, 3, AugmentationOptions.Photo));

        Assert.Contains("DamageProbability", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_SourceIsDestination_GivesTheSameBits()
    {
        float[] image = Noise(Side * Side);
        float[] expected = Augment(Everything, image, key: 5);

        new ImageAugmenter(Side, Side, 1, Everything).Apply(image, image, key: 5);

        Assert.Equal(expected, image);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3, 5)]
    [InlineData(100, 355)]
    public void Apply_AnyRange_StaysWithinTheSourceAndBackground(float minimum, float maximum)
    {
        float[] source = [.. Noise(Side * Side).Select(value => minimum + (value * (maximum - minimum)))];
        AugmentationOptions options = Everything with { Background = minimum, DamageProbability = 0 };
        float tolerance = 1e-5f * MathF.Max(MathF.Abs(minimum), MathF.Abs(maximum));

        for (ulong key = 0; key < 100; key++)
            Assert.All(Augment(options, source, key), value => Assert.InRange(value, minimum - tolerance, maximum + tolerance));
    }

    [Fact]
    public void Apply_ShiftAlone_MovesTheDotByNoMoreThanItsLimit()
    {
        float[] source = new float[Side * Side];
        source[(14 * Side) + 14] = 1;
        AugmentationOptions options = new() { Translation = 3 };

        (float X, float Y)[] centres = [.. Enumerable.Range(0, 200).Select(key => Centre(Augment(options, source, (ulong)key)))];

        Assert.All(centres, centre => Assert.InRange(centre.X, 10.99f, 17.01f));
        Assert.True(centres.Max(centre => centre.X) > 16.5f && centres.Min(centre => centre.Y) < 11.5f);
    }

    [Fact]
    public void Apply_ElasticAlone_MovesPixelsAsFarAsSimardsField()
    {
        float[] ramp = [.. Enumerable.Range(0, Side * Side).Select(i => (float)(i % Side))];
        AugmentationOptions options = new() { ElasticAlpha = 34, ElasticSigma = 4 };

        double square = Enumerable.Range(0, 400)
            .Select(key => Augment(options, ramp, (ulong)key)[(14 * Side) + 14] - 14)
            .Average(shift => shift * shift);

        // Uniform noise smoothed by a Gaussian deviates by alpha / (√3 · 2 · sigma · √π) = 1.38 pixels.
        Assert.InRange(Math.Sqrt(square), 1.15, 1.6);
    }

    [Fact]
    public void Apply_ThreeChannels_MovesThemAlike()
    {
        float[] grey = Noise(20 * 12);
        float[] colour = [.. grey.SelectMany(value => new[] { value, value, value })];
        AugmentationOptions options = AugmentationOptions.Strong;
        var result = new float[colour.Length];
        var expected = new float[grey.Length];

        new ImageAugmenter(20, 12, 3, options).Apply(colour, result, key: 3);
        new ImageAugmenter(20, 12, 1, options).Apply(grey, expected, key: 3);

        Assert.Equal(expected.SelectMany(value => new[] { value, value, value }), result);
    }

    [Fact]
    public void Apply_EverythingOn_AllocatesNothing()
    {
        float[] source = Noise(Side * Side);
        var destination = new float[source.Length];
        var augmenter = new ImageAugmenter(Side, Side, 1, Everything with { ErasingProbability = 1 });
        augmenter.Apply(source, destination, key: 0);

        long allocated = Allocation.OfEachRound(() =>
        {
            for (ulong key = 1; key < 20; key++) augmenter.Apply(source, destination, key);
        });

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Apply_WrongLength_NamesBothLengths()
    {
        var augmenter = new ImageAugmenter(Side, Side, 1, AugmentationOptions.Mild);

        var error = Assert.Throws<ArgumentException>(() => augmenter.Apply(new float[783], new float[784], key: 0));

        Assert.Contains("783", error.Message);
        Assert.Contains("784", error.Message);
    }

    [Theory]
    [InlineData(0, 28, 1)]
    [InlineData(28, -1, 1)]
    [InlineData(28, 28, 0)]
    public void Constructor_SizeBelowOne_Throws(int height, int width, int channels) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageAugmenter(height, width, channels, AugmentationOptions.Mild));

    private static float[] Augment(AugmentationOptions options, float[] source, ulong key)
    {
        var destination = new float[source.Length];
        new ImageAugmenter(Side, Side, 1, options).Apply(source, destination, key);
        return destination;
    }

    private static float[] Noise(int length)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle())];
    }

    private static (float X, float Y) Centre(float[] image)
    {
        float sum = image.Sum();
        return (image.Select((value, i) => value * (i % Side)).Sum() / sum, image.Select((value, i) => value * (i / Side)).Sum() / sum);
    }
}
