using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

public sealed class PixelScaleTests
{
    [Theory]
    [InlineData(0, 784, false)]
    [InlineData(1, 1, false)]
    [InlineData(1, 9, false)]
    [InlineData(1, 10, true)]
    [InlineData(0.5f, 1, true)]
    [InlineData(1.5f, 100, false)]
    [InlineData(255, 100, false)]
    [InlineData(-0.5f, 100, false)]
    [InlineData(float.NaN, 1, false)]
    public void IsUnit_SomePixelsOfAValue_TellsTheScale(float value, int count, bool expected)
    {
        var pixels = new float[784];
        pixels.AsSpan(100, Math.Min(count, 684)).Fill(value);

        Assert.Equal(expected, PixelScale.IsUnit(pixels));
    }

    [Fact]
    public void IsUnit_FractionsBesideBytes_IsFalse()
    {
        float[] pixels = [0, 0.5f, 1, 200];

        Assert.False(PixelScale.IsUnit(pixels));
    }
}
