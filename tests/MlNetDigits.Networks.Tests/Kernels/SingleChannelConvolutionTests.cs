using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Tests.Kernels;

/// <summary>Even weights keep every sum exact, halves included, so results must equal the plain loops' to the last bit.</summary>
public sealed unsafe class SingleChannelConvolutionTests
{
    [Theory]
    [InlineData(Padding.Valid, 32, 28, 28, 2)]
    [InlineData(Padding.Same, 16, 7, 9, 3)]
    [InlineData(Padding.Valid, 24, 5, 6, 1)]
    [InlineData(Padding.Same, 4, 3, 4, 1)]
    [InlineData(Padding.Same, 40, 2, 11, 2)]
    [InlineData(Padding.Valid, 32, 4, 4, 2)]
    [InlineData(Padding.Same, 8, 2, 2, 3)]
    [InlineData(Padding.Valid, 16, 4, 5, 2)]
    public void Forward_WholeNumbers_GivesTheDefinition(Padding padding, int channels, int height, int width, int count)
    {
        var geometry = new WindowGeometry(new Shape(height, width, 1), channels, 3, 3, 1, padding);

        (double[] expected, double[] actual) = Run(geometry, count, relu: false, pool: false);

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(Padding.Valid, 32, 28, 28, 2)]
    [InlineData(Padding.Same, 8, 7, 9, 3)]
    [InlineData(Padding.Valid, 12, 5, 8, 1)]
    [InlineData(Padding.Valid, 16, 4, 4, 2)]
    public void Forward_ReluAndPooling_FollowTheDefinition(Padding padding, int channels, int height, int width, int count)
    {
        var geometry = new WindowGeometry(new Shape(height, width, 1), channels, 3, 3, 1, padding);

        (double[] expected, double[] actual) = Run(geometry, count, relu: true, pool: true);

        Assert.Equal(Pooled(expected, count, geometry.Output), actual);
    }

    [Fact]
    public void Forward_NoNumber_StaysOne()
    {
        var geometry = new WindowGeometry(new Shape(6, 6, 1), 16, 3, 3, 1, Padding.Valid);
        SingleChannelConvolution convolution = SingleChannelConvolution.Create(geometry, relu: true, pool: false);
        float[] x = new float[geometry.Input.Size];
        Array.Fill(x, float.NaN);
        using GuardedBuffer input = new(x), weights = new(Randoms.Whole(9 * 16, 2)), packed = new(convolution.PackedCount), output = new(convolution.Output.Size), scratch = new(convolution.ScratchCount);

        convolution.Pack(weights.Pointer, null, packed.Pointer);
        convolution.Forward(1, input.Pointer, packed.Pointer, output.Pointer, scratch.Pointer);

        Assert.All(output.ToArray(), value => Assert.True(float.IsNaN(value)));
    }

    private static (double[] Expected, double[] Actual) Run(WindowGeometry geometry, int count, bool relu, bool pool)
    {
        SingleChannelConvolution convolution = SingleChannelConvolution.Create(geometry, relu, pool);
        int channels = geometry.Output.Channels;
        float[] x = Randoms.Whole(count * geometry.Input.Size, 1), w = Array.ConvertAll(Randoms.Whole(9 * channels, 2), value => 2 * value), b = Randoms.Whole(channels, 3);
        using GuardedBuffer input = new(x), weights = new(w), bias = new(b), output = new(count * convolution.Output.Size), packed = new(convolution.PackedCount), scratch = new(convolution.ScratchCount);
        convolution.Pack(weights.Pointer, bias.Pointer, packed.Pointer);
        convolution.Forward(count, input.Pointer, packed.Pointer, output.Pointer, scratch.Pointer);
        Assert.All([input, weights, bias, output, packed, scratch], buffer => buffer.AssertGuardIntact());
        double[] expected = PlainConvolution.Forward(count, geometry.Input, geometry.Output, 3, 1, geometry.IsPadded ? Padding.Same : Padding.Valid, Doubles(x), Doubles(w), Doubles(b));
        return (expected, Doubles(output.ToArray()));
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
