using MlNetDigits.Charts;
using MlNetDigits.Images;

namespace MlNetDigits.Tests.Charts;

public sealed class ColourMapTests
{
    [Theory]
    [InlineData(new float[] { -1, 0, 1 }, new byte[] { 0, 128, 255 })]
    [InlineData(new float[] { 5, 5, 5 }, new byte[] { 0, 0, 0 })]
    [InlineData(new float[] { float.NaN, 2, 4 }, new byte[] { 0, 0, 255 })]
    [InlineData(new float[] { float.NaN, float.NaN, float.PositiveInfinity }, new byte[] { 0, 0, 0 })]
    public void Gray_Values_SpreadFromBlackToWhite(float[] values, byte[] expected)
    {
        GrayImage image = ColourMap.Gray(values, 3, 1);

        Assert.Equal(expected, image.Pixels);
    }

    [Fact]
    public void Diverging_Signs_AreBlueAndRedAroundWhite()
    {
        byte[] pixels = ColourMap.Diverging([-2, 0, 2, 9], 4, 1, limit: 2).Pixels;

        Assert.Equal([33, 102, 172, 247, 247, 247, 178, 24, 43, 178, 24, 43], pixels);
    }

    [Fact]
    public void Overlay_ColdPixels_StayAsTheyAre()
    {
        var image = new GrayImage(2, 1, [100, 100]);

        byte[] pixels = ColourMap.Overlay(image, [-1, 1], 2, 1).Pixels;

        Assert.Equal([100, 100, 100], pixels[..3]);
        Assert.True(pixels[3] > pixels[4] && pixels[4] > pixels[5], "heat is yellow");
    }

    [Fact]
    public void Overlay_WrongNumberOfValues_SaysHowManyThereShouldBe()
    {
        var error = Assert.Throws<ArgumentException>(() => ColourMap.Overlay(new GrayImage(1, 1, [0]), [1, 2, 3], 2, 2));

        Assert.Contains("2x2 has 4 values, but 3 were given", error.Message);
    }
}
