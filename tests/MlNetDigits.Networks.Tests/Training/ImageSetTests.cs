using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class ImageSetTests
{
    [Fact]
    public void Repeat_MoreImagesThanThereAre_GoesRound()
    {
        ImageSet set = TinyData.Images(3, 1), repeated = set.Repeat(7);
        float[] first = new float[set.Shape.Size], again = new float[set.Shape.Size];

        set.CopyTo(1, first);
        repeated.CopyTo(4, again);

        Assert.Equal([0, 1, 2, 0, 1, 2, 0], Enumerable.Range(0, repeated.Count).Select(repeated.Label));
        Assert.Equal(first, again);
        Assert.Contains("at least 1", Assert.ThrowsAny<ArgumentException>(() => set.Repeat(0)).Message);
    }

    private static readonly Shape _shape = new(1, 2, 1);

    [Fact]
    public void FromBytes_NoPalette_GivesSharesOf255()
    {
        ImageSet set = ImageSet.FromBytes(_shape, [0, 255, 51, 102], [3, 1]);

        Assert.Equal((2, 3, 1), (set.Count, set.Label(0), set.Label(1)));
        Assert.Equal([0, 1], Values(set, 0));
        Assert.Equal([0.2f, 0.4f], Values(set, 1));
    }

    [Fact]
    public void FromBytes_Palette_GivesItsValues()
    {
        float[] palette = new float[256];
        palette[7] = -2.5f;

        Assert.Equal([-2.5f, 0], Values(ImageSet.FromBytes(_shape, [7, 8], [0], palette), 0));
    }

    [Fact]
    public void FromBytes_WrongLengths_NameNumbers()
    {
        Assert.Contains("5 pixels are not 2 images of 1×2×1: give 2 for each label.", Assert.Throws<ArgumentException>(() => ImageSet.FromBytes(_shape, new byte[5], [0, 0])).Message);
        Assert.Contains("The palette has 3 values, but bytes need 256.", Assert.Throws<ArgumentException>(() => ImageSet.FromBytes(_shape, new byte[2], [0], new float[3])).Message);
    }

    [Theory]
    [InlineData(0.25, 1)]
    [InlineData(0.5, 2)]
    public void Split_Fraction_TakesItOfEveryClass(double fraction, int seed)
    {
        ImageSet set = TinyData.Images(80, 1);

        (ImageSet remaining, ImageSet taken) = set.Split(fraction, seed);

        Assert.All(Enumerable.Range(0, TinyData.Classes), label => Assert.Equal(20 * fraction, Labels(taken).Count(other => other == label)));
        Assert.Equal(All(set).Order(), All(remaining).Concat(All(taken)).Order());
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    public void Split_ClassOfOneImage_LeavesItInTheRest(double fraction)
    {
        ImageSet set = ImageSet.FromBytes(_shape, new byte[10], [0, 0, 0, 0, 1]);

        (ImageSet remaining, ImageSet taken) = set.Split(fraction, 1);

        Assert.Contains(1, Labels(remaining));
        Assert.DoesNotContain(1, Labels(taken));
        Assert.Contains(0, Labels(remaining));
    }

    [Fact]
    public void Split_Seed_DecidesWhatIsTaken()
    {
        ImageSet set = TinyData.Images(80, 1);

        Assert.Equal(All(set.Split(0.5, 1).Taken), All(set.Split(0.5, 1).Taken));
        Assert.NotEqual(All(set.Split(0.5, 1).Taken), All(set.Split(0.5, 2).Taken));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Split_FractionOutOfRange_NamesValueAndLimits(double fraction)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => TinyData.Images(8, 1).Split(fraction, 1));

        Assert.Contains(FormattableString.Invariant($"fraction is {fraction}, but must be above 0 and below 1."), error.Message);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(500, 80)]
    public void Sample_Count_GivesDifferentImages(int count, int expected)
    {
        ImageSet set = TinyData.Images(80, 1);

        ImageSet sample = set.Sample(count, seed: 3);

        Assert.Equal((expected, expected), (sample.Count, All(sample).Distinct().Count()));
        Assert.Subset(All(set).ToHashSet(), All(sample).ToHashSet());
        Assert.NotEqual(All(sample), All(set.Sample(count, seed: 4)));
    }

    [Fact]
    public void Builder_AtMost256Values_GivesThemBack()
    {
        float[] values = [.. Enumerable.Range(0, 256).Select(i => i * 0.37f - 5)];

        AssertGivesBack(values);
    }

    [Theory]
    [InlineData(257, 1)]
    [InlineData(1000, 2)]
    public void Builder_MoreThan256Values_GivesThemBackToo(int count, int seed) => AssertGivesBack(Randoms.Uniform(count / 2 * 2, seed));

    [Fact]
    public void Builder_NegativeZero_StaysNegative()
    {
        var builder = new ImageSetBuilder(_shape);
        builder.Add([0f, -0f], 0);

        Assert.True(float.IsNegative(Values(builder.Build(), 0)[1]));
    }

    [Fact]
    public void Builder_FirstImageOfManyValues_GivesThemBack()
    {
        var shape = new Shape(20, 20, 1);
        float[] values = Randoms.Uniform(shape.Size, 3);
        var builder = new ImageSetBuilder(shape, capacity: 1);
        builder.Add(values, 2);

        ImageSet set = builder.Build();

        Assert.Equal(values, Values(set, 0));
        Assert.Equal((1, 2), (set.Count, set.Label(0)));
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void Builder_NotFinite_NamesImageAndValueAndAddsNothing(float bad, string text)
    {
        var builder = new ImageSetBuilder(_shape);
        builder.Add([1, 2], 0);

        var error = Assert.Throws<ArgumentException>(() => builder.Add([1, bad], 0));

        Assert.Contains($"Value 1 of image 1 is {text}: replace or drop values that are not finite.", error.Message);
        Assert.Equal(1, builder.Build().Count);
    }

    [Fact]
    public void Builder_WrongLengthOrLabel_NamesThem()
    {
        var builder = new ImageSetBuilder(_shape);

        Assert.Contains("Image 0 has 3 values, but 1×2×1 needs 2.", Assert.Throws<ArgumentException>(() => builder.Add([1, 2, 3], 0)).Message);
        Assert.Contains("label is -1, but must be at least 0.", Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add([1, 2], -1)).Message);
    }

    [Fact]
    public void ContentHash_PixelLabelOrOrder_ChangesIt()
    {
        string hash = Hash([1, 2, 3, 4], [0, 1]);

        Assert.Equal(hash, Hash([1, 2, 3, 4], [0, 1]));
        Assert.Equal(4, new HashSet<string> { hash, Hash([1, 2, 3, 5], [0, 1]), Hash([1, 2, 3, 4], [0, 2]), Hash([3, 4, 1, 2], [1, 0]) }.Count);
    }

    private static string Hash(byte[] pixels, int[] labels) => ImageSet.FromBytes(_shape, pixels, labels).ContentHash();

    private static void AssertGivesBack(float[] values)
    {
        var builder = new ImageSetBuilder(_shape);
        for (int i = 0; i < values.Length; i += 2) builder.Add(values.AsSpan(i, 2), i / 2 % 5);

        ImageSet set = builder.Build();

        Assert.Equal(values, Enumerable.Range(0, set.Count).SelectMany(i => Values(set, i)));
        Assert.Equal(Enumerable.Range(0, values.Length / 2).Select(i => i % 5), Labels(set));
    }

    private static float[] Values(ImageSet set, int index)
    {
        var values = new float[set.Shape.Size];
        set.CopyTo(index, values);
        return values;
    }

    private static IEnumerable<int> Labels(ImageSet set) => Enumerable.Range(0, set.Count).Select(set.Label);

    /// <summary>Every image as a text.</summary>
    private static IEnumerable<string> All(ImageSet set) => Enumerable.Range(0, set.Count).Select(i => $"{set.Label(i)}:{string.Join(',', Values(set, i))}");
}
