using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

public sealed class ExifOrientationTests
{
    // Upright:  1 2 3
    //           4 5 6
    [Theory]
    [InlineData(1, 3, new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(2, 3, new byte[] { 3, 2, 1, 6, 5, 4 })]
    [InlineData(3, 3, new byte[] { 6, 5, 4, 3, 2, 1 })]
    [InlineData(4, 3, new byte[] { 4, 5, 6, 1, 2, 3 })]
    [InlineData(5, 2, new byte[] { 1, 4, 2, 5, 3, 6 })]
    [InlineData(6, 2, new byte[] { 4, 1, 5, 2, 6, 3 })]
    [InlineData(7, 2, new byte[] { 6, 3, 5, 2, 4, 1 })]
    [InlineData(8, 2, new byte[] { 3, 6, 2, 5, 1, 4 })]
    [InlineData(9, 3, new byte[] { 1, 2, 3, 4, 5, 6 })]
    public void Apply_EveryOrientation_TurnsAsExifSays(int orientation, int width, byte[] expected)
    {
        var turned = ExifOrientation.Apply(new GrayImage(3, 2, [1, 2, 3, 4, 5, 6]), orientation);

        Assert.Equal(width, turned.Width);
        Assert.Equal(expected, turned.Pixels);
    }
}
