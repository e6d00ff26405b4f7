using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Tests.Images;

public sealed class ResamplingTests
{
    [Fact]
    public void Average_AnySizes_StaysWithinThePicture()
    {
        for (int side = 1; side <= 100; side++)
        {
            float[] picture = [.. Enumerable.Repeat(7f, side * side)];
            for (int cells = 1; cells <= 28; cells++)
            {
                float[] averages = Resampling.Average(picture, side, 0, 0, side, side, cells, 1);

                Assert.All(averages, average => Assert.Equal(7, average, 0.01f));
            }
        }
    }
}
