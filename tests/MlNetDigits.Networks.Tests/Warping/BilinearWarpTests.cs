using MlNetDigits.Networks.Warping;

namespace MlNetDigits.Networks.Tests.Warping;

public sealed class BilinearWarpTests
{
    private const int Side = 29;
    private const int Middle = 14;

    [Theory]
    [InlineData(90, 10, 0, 0, 10)]
    [InlineData(180, 10, 0, -10, 0)]
    [InlineData(-90, 0, 6, 6, 0)]
    [InlineData(45, 7, 7, 0, 10)]
    public void Apply_Rotation_MovesADotToTheKnownPlace(float degrees, int fromX, int fromY, int toX, int toY)
    {
        float[] source = new float[Side * Side];
        source[((Middle + fromY) * Side) + Middle + fromX] = 1;

        float[] result = Warp(source, AffineMap.Create(Side, Side, degrees * MathF.PI / 180, 1, 1, 0, 0, 0));

        int brightest = Array.IndexOf(result, result.Max());
        Assert.Equal((Middle + toX, Middle + toY), (brightest % Side, brightest / Side));
    }

    [Fact]
    public void Apply_ScaleOfTwo_MovesADotTwiceAsFarFromTheCentre()
    {
        float[] source = new float[Side * Side];
        source[((Middle - 3) * Side) + Middle + 5] = 1;

        float[] result = Warp(source, AffineMap.Create(Side, Side, 0, 2, 2, 0, 0, 0));

        Assert.Equal(1, result[((Middle - 6) * Side) + Middle + 10], 1e-5f);
    }

    [Fact]
    public void Apply_Slant_MovesRowsSideways()
    {
        float[] source = new float[Side * Side];
        source[((Middle + 8) * Side) + Middle] = 1;

        float[] result = Warp(source, AffineMap.Create(Side, Side, 0, 1, 1, 0.5f, 0, 0));

        Assert.Equal(1, result[((Middle + 8) * Side) + Middle + 4], 1e-5f);
    }

    [Fact]
    public void Apply_HalfAPixel_MixesNeighboursEvenly()
    {
        float[] source = new float[Side * Side];
        source[(Middle * Side) + Middle] = 1;

        float[] result = Warp(source, AffineMap.Create(Side, Side, 0, 1, 1, 0, 0.5f, 0));

        Assert.Equal(0.5f, result[(Middle * Side) + Middle], 1e-5f);
        Assert.Equal(0.5f, result[(Middle * Side) + Middle + 1], 1e-5f);
    }

    [Fact]
    public void Apply_ShiftBeyondTheImage_ShowsTheBackground()
    {
        float[] source = new float[Side * Side];
        Array.Fill(source, 1);

        float[] result = Warp(source, AffineMap.Create(Side, Side, 0, 1, 1, 0, 1000, 1000), background: 0.25f);

        Assert.All(result, value => Assert.Equal(0.25f, value));
    }

    private static float[] Warp(float[] source, AffineMap map, float background = 0)
    {
        var result = new float[source.Length];
        new BilinearWarp(Side, Side, 1, background).Apply(source, result, map, null);
        return result;
    }
}
