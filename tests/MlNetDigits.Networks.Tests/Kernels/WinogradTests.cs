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

        (double[] expected, float[] actual) = Run(geometry, count, relu: false, pool: false);

        Assert.Equal(expected, Array.ConvertAll(actual, value => (double)value));
    }

    [Theory]
    [InlineData(Padding.Valid, 16, 32, 13, 12, 2)]
    [InlineData(Padding.Same, 8, 8, 7, 9, 1)]
    [InlineData(Padding.Same, 32, 48, 10, 10, 2)]
    public void Forward_ReluAndPooling_FollowTheDefinition(Padding padding, int inputs, int outputs, int height, int width, int count)
    {
        var geometry = new WindowGeometry(new Shape(height, width, inputs), outputs, 3, 3, 1, padding);

        (double[] expected, float[] actual) = Run(geometry, count, relu: true, pool: true);

        Assert.Equal(Pooled(expected, count, geometry.Output), Array.ConvertAll(actual, value => (double)value));
    }

    [Theory]
    [InlineData(3, 1, 8, 8, true)]
    [InlineData(3, 2, 8, 8, false)]
    [InlineData(5, 1, 8, 8, false)]
    [InlineData(3, 1, 1, 8, false)]
    [InlineData(3, 1, 8, 10, false)]
    public void Fits_Windows_AreThreeByThreeOfWholeRegisters(int kernel, int stride, int inputs, int outputs, bool fits) =>
        Assert.Equal(fits, Winograd.Fits(new WindowGeometry(new Shape(9, 9, inputs), outputs, kernel, kernel, stride, Padding.Same)));

    private static (double[] Expected, float[] Actual) Run(WindowGeometry geometry, int count, bool relu, bool pool)
    {
        int inputs = geometry.Input.Channels, outputs = geometry.Output.Channels;
        float[] x = Randoms.Whole(count * geometry.Input.Size, 1), w = Randoms.Whole(9 * inputs * outputs, 2), b = Randoms.Whole(outputs, 3);
        var winograd = new Winograd(geometry, relu, pool);
        int size = pool ? geometry.Output.Height / 2 * (geometry.Output.Width / 2) * outputs : geometry.Output.Size;
        using GuardedBuffer input = new(x), weights = new(w), bias = new(b), output = new(count * size), packed = new(winograd.PackedCount), scratch = new(winograd.ScratchCount);
        winograd.Pack(weights.Pointer, bias.Pointer, packed.Pointer);
        winograd.Forward(count, input.Pointer, packed.Pointer, output.Pointer, scratch.Pointer);
        Assert.All([input, weights, bias, output, packed, scratch], buffer => buffer.AssertGuardIntact());
        return (PlainConvolution.Forward(count, geometry.Input, geometry.Output, 3, 1, geometry.IsPadded ? Padding.Same : Padding.Valid, Doubles(x), Doubles(w), Doubles(b)), output.ToArray());
    }

    private static double[] Pooled(double[] values, int count, Shape shape) =>
        [.. from image in Enumerable.Range(0, count)
            from row in Enumerable.Range(0, shape.Height / 2)
            from column in Enumerable.Range(0, shape.Width / 2)
            from channel in Enumerable.Range(0, shape.Channels)
            let first = ((image * shape.Height + 2 * row) * shape.Width + 2 * column) * shape.Channels + channel
            select new[] { first, first + shape.Channels, first + shape.Width * shape.Channels, first + (shape.Width + 1) * shape.Channels }.Max(i => Math.Max(0, values[i]))];

    private static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);
}
