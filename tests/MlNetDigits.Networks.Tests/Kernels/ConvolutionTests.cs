using MlNetDigits.Networks.Kernels;

namespace MlNetDigits.Networks.Tests.Kernels;

/// <summary>Whole numbers keep every sum exact, so results must equal the plain loops' to the last bit.</summary>
public sealed unsafe class ConvolutionTests
{
    public static TheoryData<int, int, Padding, int, int, int, int, int> Geometries
    {
        get
        {
            var data = new TheoryData<int, int, Padding, int, int, int, int, int>();
            int[] channels = [1, 3, 6, 8, 10, 16, 17, 24, 32, 48, 64];
            int next = 0;
            foreach (int kernel in (int[])[1, 2, 3, 5, 7])
                foreach (int stride in (int[])[1, 2, 3])
                    foreach (Padding padding in Enum.GetValues<Padding>())
                        data.Add(kernel, stride, padding, channels[next % 11], channels[++next * 4 % 11], 9, 7 + next % 5, next % 2 == 0 ? 1 : 3);
            foreach (int input in channels)
                foreach (int output in (int[])[1, 8, 17, 64])
                    data.Add(3, 1, Padding.Same, input, output, 5, 4, 1);
            foreach (int output in channels) data.Add(3, 1, Padding.Valid, 1, output, 7, 19, 3);
            data.Add(7, 1, Padding.Same, 3, 6, 3, 3, 1);
            data.Add(7, 2, Padding.Same, 2, 5, 1, 6, 2);
            data.Add(5, 1, Padding.Valid, 2, 5, 5, 5, 2);
            data.Add(1, 3, Padding.Same, 3, 10, 8, 10, 3);
            data.Add(2, 3, Padding.Valid, 1, 3, 8, 10, 3);
            data.Add(1, 1, Padding.Valid, 200, 10, 1, 1, 20);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void Forward_WholeNumbers_EqualsPlainLoops(int kernel, int stride, Padding padding, int inputs, int outputs, int height, int width, int count)
    {
        using var rig = new Rig(kernel, stride, padding, inputs, outputs, height, width, count);

        rig.Convolution.Forward(count, rig.Input.Pointer, rig.Packed.Pointer, rig.Output.Pointer, rig.Scratch.Pointer);

        rig.AssertEqual(PlainConvolution.Forward(count, rig.Geometry.Input, rig.Geometry.Output, kernel, stride, padding, rig.X, rig.W, rig.B), rig.Output);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void BackwardInput_WholeNumbers_EqualsPlainLoops(int kernel, int stride, Padding padding, int inputs, int outputs, int height, int width, int count)
    {
        using var rig = new Rig(kernel, stride, padding, inputs, outputs, height, width, count);

        rig.Convolution.BackwardInput(count, rig.Gradient.Pointer, rig.Packed.Pointer, rig.InputGradient.Pointer, rig.Scratch.Pointer);

        rig.AssertEqual(PlainConvolution.InputGradient(count, rig.Geometry.Input, rig.Geometry.Output, kernel, stride, padding, rig.G, rig.W), rig.InputGradient);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void BackwardWeights_WholeNumbers_AddsWhatPlainLoopsGive(int kernel, int stride, Padding padding, int inputs, int outputs, int height, int width, int count)
    {
        using var rig = new Rig(kernel, stride, padding, inputs, outputs, height, width, count);
        rig.WeightGradient.Span.Fill(2);
        rig.BiasGradient.Span.Fill(3);

        rig.Convolution.BackwardWeights(count, rig.Input.Pointer, rig.Gradient.Pointer, rig.WeightGradient.Pointer, rig.BiasGradient.Pointer, rig.Scratch.Pointer);

        double[] expected = PlainConvolution.WeightGradient(count, rig.Geometry.Input, rig.Geometry.Output, kernel, stride, padding, rig.X, rig.G);
        rig.AssertEqual([.. expected.Select(value => value + 2)], rig.WeightGradient);
        rig.AssertEqual([.. Enumerable.Range(0, outputs).Select(o => 3 + rig.G.Where((_, i) => i % outputs == o).Sum())], rig.BiasGradient);
    }

    [Fact]
    public void WindowGeometry_KernelLargerThanInput_NamesBothAndTheMend()
    {
        var error = Assert.Throws<ArgumentException>(() => new WindowGeometry(new Shape(2, 9, 1), 4, 3, 3, 1, Padding.Valid));

        Assert.Contains("kernel of 3 does not fit an input of height 2: use a smaller kernel", error.Message);
    }

    private sealed class Rig : IDisposable
    {
        public Rig(int kernel, int stride, Padding padding, int inputs, int outputs, int height, int width, int count)
        {
            Geometry = new WindowGeometry(new Shape(height, width, inputs), outputs, kernel, kernel, stride, padding);
            Convolution = new Convolution(Geometry);
            float[] x = Randoms.Whole(count * Geometry.Input.Size, 1), weights = Randoms.Whole(Convolution.WeightCount, 2), bias = Randoms.Whole(outputs, 3), gradient = Randoms.Whole(count * Geometry.Output.Size, 4);
            (X, W, B, G) = (Doubles(x), Doubles(weights), Doubles(bias), Doubles(gradient));
            (Input, Gradient, Output, InputGradient) = (new(x), new(gradient), new(gradient.Length), new(x.Length));
            (WeightGradient, BiasGradient, Packed, Scratch) = (new(weights.Length), new(outputs), new(Convolution.PackedCount), new(Convolution.ScratchCount));
            using GuardedBuffer w = new(weights), b = new(bias);
            Convolution.Pack(w.Pointer, b.Pointer, Packed.Pointer, forTraining: true);
        }

        public WindowGeometry Geometry { get; }
        public Convolution Convolution { get; }
        public double[] X { get; }
        public double[] W { get; }
        public double[] B { get; }
        public double[] G { get; }
        public GuardedBuffer Input { get; }
        public GuardedBuffer Gradient { get; }
        public GuardedBuffer Output { get; }
        public GuardedBuffer InputGradient { get; }
        public GuardedBuffer WeightGradient { get; }
        public GuardedBuffer BiasGradient { get; }
        public GuardedBuffer Packed { get; }
        public GuardedBuffer Scratch { get; }

        private GuardedBuffer[] All => [Input, Gradient, Output, InputGradient, WeightGradient, BiasGradient, Packed, Scratch];

        public void AssertEqual(double[] expected, GuardedBuffer actual)
        {
            Assert.Equal(expected, Doubles(actual.ToArray()));
            Assert.Equal(X, Doubles(Input.ToArray()));
            Assert.Equal(G, Doubles(Gradient.ToArray()));
            Assert.All(All, buffer => buffer.AssertGuardIntact());
        }

        public void Dispose()
        {
            foreach (GuardedBuffer buffer in All) buffer.Dispose();
        }

        private static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);
    }
}
