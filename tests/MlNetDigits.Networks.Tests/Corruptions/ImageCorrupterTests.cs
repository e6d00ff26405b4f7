using MlNetDigits.Networks.Corruptions;

namespace MlNetDigits.Networks.Tests.Corruptions;

public sealed class ImageCorrupterTests
{
    private const int Side = 28, Size = Side * Side;

    /// <summary>An upright bar of ink, off the centre.</summary>
    private static readonly byte[] Bar = [.. Enumerable.Range(0, Size).Select(i => (byte)(i % Side is >= 8 and < 12 && i / Side is >= 5 and < 23 ? 255 : 0))];

    public static TheoryData<Corruption> All => [.. Enum.GetValues<Corruption>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Apply_EqualKeys_GivesEqualBits(Corruption corruption)
    {
        byte[] first = Apply(corruption, 3, key: 5), second = Apply(corruption, 3, key: 5);

        Assert.Equal(first, second);
        Assert.NotEqual(Bar, first);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Apply_StrongestFrom20Keys_DiffersMoreThanWeakest(Corruption corruption)
    {
        double weak = Distance(corruption, 1), strong = Distance(corruption, 5);

        Assert.True(strong > weak, $"{corruption}: {weak:F0} at strength 1, {strong:F0} at strength 5");
    }

    [Fact]
    public void Apply_Shift_MovesWholePixels()
    {
        byte[] moved = Apply(Corruption.Shift, 3, key: 1);

        Assert.Equal(Bar.Sum(pixel => pixel), moved.Sum(pixel => pixel));
        Assert.Contains(moved.AsSpan().IndexOf((byte)255), (int[])[(2 * Side) + 5, (2 * Side) + 11, (8 * Side) + 5, (8 * Side) + 11]);
    }

    [Fact]
    public void Apply_ScaleToAHalf_KeepsAQuarterOfTheInk() =>
        Assert.Equal(0.25, Apply(Corruption.Scale, 5, key: 1).Sum(pixel => pixel) / (double)Bar.Sum(pixel => pixel), 0.02);

    [Fact]
    public void Apply_StripesOfStrength5_InvertsSevenColumnsAtBothSides()
    {
        byte[] striped = Apply(Corruption.Stripes, 5, key: 1);

        Assert.All(Enumerable.Range(0, Size), i => Assert.Equal(i % Side is < 7 or >= 21 ? 255 - Bar[i] : Bar[i], striped[i]));
    }

    [Fact]
    public void Apply_Brightness_AddsATenthForEachStrength() => Assert.Equal(76, Apply(Corruption.Brightness, 3, key: 1)[0]);

    [Fact]
    public void Apply_OcclusionOfAllInk_LeavesPaperInTheSquare()
    {
        var ink = Enumerable.Repeat((byte)255, Size).ToArray();

        new ImageCorrupter(Side, Side).Apply(Corruption.Occlusion, 2, ink, ink, key: 4);

        Assert.Equal(8 * 8, ink.Count(pixel => pixel == 0));
    }

    [Theory]
    [InlineData(Corruption.Rotation)]
    [InlineData(Corruption.Shift)]
    [InlineData(Corruption.Scale)]
    [InlineData(Corruption.Shear)]
    [InlineData(Corruption.Occlusion)]
    public void Apply_MovedOrCoveredOnWhitePaper_IsTheNegativeOfThatOnBlack(Corruption corruption)
    {
        byte[] dark = Array.ConvertAll(Bar, pixel => (byte)(255 - pixel));

        new ImageCorrupter(Side, Side, paper: 255).Apply(corruption, 4, dark, dark, key: 2);

        byte[] bright = Apply(corruption, 4, key: 2);
        Assert.All(Enumerable.Range(0, Size), i => Assert.InRange(dark[i] + bright[i], 254, 256));
    }

    [Fact]
    public void Apply_GaussianNoiseOfGrey_HasTheDeviation()
    {
        var grey = Enumerable.Repeat((byte)128, 100 * 100).ToArray();

        new ImageCorrupter(100, 100).Apply(Corruption.GaussianNoise, 2, grey, grey, key: 2);

        double mean = grey.Average(pixel => (double)pixel);
        Assert.Equal(0.12 * 255, Math.Sqrt(grey.Average(pixel => (pixel - mean) * (pixel - mean))), 1.0);
    }

    [Fact]
    public void Apply_ShotNoiseOfGrey_HasPoissonsDeviation()
    {
        var grey = Enumerable.Repeat((byte)51, 100 * 100).ToArray();

        new ImageCorrupter(100, 100).Apply(Corruption.ShotNoise, 1, grey, grey, key: 3);

        Assert.Equal(51, grey.Average(pixel => (double)pixel), 1.0);
        Assert.Equal(255 * Math.Sqrt(0.2 / 60), Math.Sqrt(grey.Average(pixel => (pixel - 51.0) * (pixel - 51.0))), 1.0);
    }

    [Fact]
    public void Apply_BlurOfEvenInk_ChangesNothing()
    {
        var ink = Enumerable.Repeat((byte)200, 12 * 40).ToArray();

        new ImageCorrupter(12, 40).Apply(Corruption.GaussianBlur, 5, ink, ink, key: 1);

        Assert.All(ink, pixel => Assert.Equal(200, pixel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Apply_StrengthOutOfRange_Throws(int strength) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Apply(Corruption.Fog, strength, key: 1));

    [Fact]
    public void Apply_EmptyPaper_StaysFinite() => Assert.All(Enum.GetValues<Corruption>(), corruption =>
    {
        var paper = new byte[Size];
        new ImageCorrupter(Side, Side).Apply(corruption, 5, paper, paper, key: 1);
    });

    private static byte[] Apply(Corruption corruption, int strength, ulong key)
    {
        var target = new byte[Size];
        new ImageCorrupter(Side, Side).Apply(corruption, strength, Bar, target, key);
        return target;
    }

    private static double Distance(Corruption corruption, int strength) => Enumerable.Range(0, 20)
        .Average(key => Apply(corruption, strength, (ulong)key).Zip(Bar).Sum(pair => (double)Math.Abs(pair.First - pair.Second)));
}
