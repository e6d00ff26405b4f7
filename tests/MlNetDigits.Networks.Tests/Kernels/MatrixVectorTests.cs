using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Tests.Kernels;

public sealed unsafe class MatrixVectorTests
{
    [Theory]
    [InlineData(1600, 10, 1)]
    [InlineData(1, 1, 3)]
    [InlineData(7, 3, 2)]
    [InlineData(30, 8, 5)]
    [InlineData(401, 84, 4)]
    public void Forward_WholeNumbers_GivesTheDefinition(int inputs, int outputs, int count)
    {
        MatrixVector product = MatrixVector.Create(inputs, outputs);
        float[] x = Randoms.Whole(count * inputs, 1), w = Randoms.Whole(inputs * outputs, 2), b = Randoms.Whole(outputs, 3);
        using GuardedBuffer input = new(x), weights = new(w), bias = new(b), packed = new(product.PackedCount), output = new(count * outputs);

        product.Pack(weights.Pointer, bias.Pointer, packed.Pointer);
        product.Forward(count, input.Pointer, packed.Pointer, output.Pointer);

        float[] expected = [.. from image in Enumerable.Range(0, count) from o in Enumerable.Range(0, outputs) select b[o] + Enumerable.Range(0, inputs).Sum(i => x[image * inputs + i] * w[i * outputs + o])];
        Assert.Equal(expected, output.ToArray());
        Assert.All([input, weights, bias, packed, output], buffer => buffer.AssertGuardIntact());
    }
}
