using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Tests.Kernels;

public sealed unsafe class WinogradTests
{
    [Theory]
    [InlineData(Padding.Valid, 8, 8, 3, 3, 1)]
    [InlineData(Padding.Valid, 16, 24, 7, 8, 2)]
    [InlineData(Padding.Valid, 32, 64, 13, 13, 3)]
    [InlineData(Padding.Same, 24, 16, 6, 9, 2)]
    [InlineData(Padding.Same, 16, 40, 15, 5, 1)]
    public void Forward_WholeNumbers_GivesTheDefinition(Padding padding, int inputs, int outputs, int height, int width, int count)
    {
        var geometry = new WindowGeometry(new Shape(height, width, inputs), outputs, 3, 3, 1, padding);

        (double[] expected, float[] actual) = Run(Winograd.ForTraining(geometry), geometry, count);

        Assert.Equal(expected, Array.ConvertAll(actual, value => (double)value));
    }

    [Theory]
    [InlineData(Padding.Valid, 16, 32, 13, 12, 2)]
    [InlineData(Padding.Same, 8, 8, 7, 9, 1)]
    [InlineData(Padding.Same, 32, 48, 10, 10, 2)]
    [InlineData(Padding.Valid, 24, 40, 20, 7, 1)]
    [InlineData(Padding.Same, 8, 24, 5, 14, 3)]
    public void Forward_LargeTiles_AreNearTheDefinition(Padding padding, int inputs, int outputs, int height, int width, int count)
    {
        var geometry = new WindowGeometry(new Shape(height, width, inputs), outputs, 3, 3, 1, padding);

        (double[] expected, float[] actual) = Run(Winograd.ForInference(geometry, geometry.Output.Height, geometry.Output.Width, relu: true), geometry, count);

        Assert.All(expected.Zip(actual), pair => Assert.Equal(Math.Max(0, pair.First), pair.Second, 2e-3));
    }

    [Theory]
    [InlineData(Padding.Valid, 32, 64, 13, 13, 10)]
    [InlineData(Padding.Same, 8, 8, 7, 14, 6)]
    public void ForInference_FewerRowsAndColumns_GiveTheSameThere(Padding padding, int inputs, int outputs, int height, int width, int size)
    {
        var geometry = new WindowGeometry(new Shape(height, width, inputs), outputs, 3, 3, 1, padding);

        (double[] expected, float[] actual) = Run(Winograd.ForInference(geometry, size, size, relu: false), geometry, 1);

        double[] part = [.. expected.Chunk(geometry.Output.Width * outputs).Take(size).SelectMany(row => row.Take(size * outputs))];
        Assert.All(part.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 2e-3));
    }

    [Theory]
    [InlineData(10, 10, 5)]
    [InlineData(8, 8, 4)]
    [InlineData(24, 24, 5)]
    [InlineData(28, 28, 4)]
    public void ForInference_Sizes_TakeTheTilesOfFewestProducts(int rows, int columns, int tile)
    {
        var geometry = new WindowGeometry(new Shape(rows, columns, 16), 16, 3, 3, 1, Padding.Same);
        int tiles = (rows + tile - 1) / tile * ((columns + tile - 1) / tile), positions = (tile + 2) * (tile + 2);

        Assert.Equal(positions * 16 * 16 + 16, Winograd.ForInference(geometry, rows, columns, relu: false).PackedCount);
        Assert.All([4, 5], other => Assert.True(tiles * positions <= (rows + other - 1) / other * ((columns + other - 1) / other) * (other + 2) * (other + 2)));
    }

    [Theory]
    [InlineData(3, 1, 8, 8, true)]
    [InlineData(3, 2, 8, 8, false)]
    [InlineData(5, 1, 8, 8, false)]
    [InlineData(3, 1, 1, 8, false)]
    [InlineData(3, 1, 8, 10, false)]
    public void Fits_Windows_AreThreeByThreeOfWholeRegisters(int kernel, int stride, int inputs, int outputs, bool fits) =>
        Assert.Equal(fits, Winograd.Fits(new WindowGeometry(new Shape(9, 9, inputs), outputs, kernel, kernel, stride, Padding.Same)));

    private static (double[] Expected, float[] Actual) Run(Winograd winograd, WindowGeometry geometry, int count)
    {
        int inputs = geometry.Input.Channels, outputs = geometry.Output.Channels;
        float[] x = Randoms.Whole(count * geometry.Input.Size, 1), w = Randoms.Whole(9 * inputs * outputs, 2), b = Randoms.Whole(outputs, 3);
        using GuardedBuffer input = new(x), weights = new(w), bias = new(b), output = new(count * winograd.Output.Size), packed = new(winograd.PackedCount), scratch = new(winograd.ScratchCount);
        winograd.Pack(weights.Pointer, bias.Pointer, packed.Pointer);
        winograd.Forward(count, input.Pointer, packed.Pointer, output.Pointer, scratch.Pointer);
        Assert.All([input, weights, bias, output, packed, scratch], buffer => buffer.AssertGuardIntact());
        return (PlainConvolution.Forward(count, geometry.Input, geometry.Output, 3, 1, geometry.IsPadded ? Padding.Same : Padding.Valid, Doubles(x), Doubles(w), Doubles(b)), output.ToArray());
    }

    private static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);
}
