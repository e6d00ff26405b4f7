using System.Globalization;
using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Layers;

/// <summary>Two-dimensional convolution (cross-correlation) with a bias for each filter.</summary>
/// <param name="filters">Output channels, at least 1.</param>
/// <param name="kernelSize">Height and width of the kernel in pixels, at least 1.</param>
/// <param name="stride">Pixels between windows, at least 1.</param>
/// <param name="padding">What happens at the border.</param>
/// <param name="useBias">False leaves the bias out, as before batch normalization.</param>
/// <param name="kernelWidth">Width of the kernel in pixels where it is not square, at least 1; default 0: as its height.</param>
public sealed class Conv2D(int filters, int kernelSize, int stride = 1, Padding padding = Padding.Valid, bool useBias = true, int kernelWidth = 0) : Layer
{
    private Convolution _convolution = null!;

    /// <summary>Output channels.</summary>
    public int Filters { get; } = Guard.AtLeast(1, filters, nameof(filters));

    /// <summary>Height of the kernel in pixels.</summary>
    public int KernelSize { get; } = Guard.AtLeast(1, kernelSize, nameof(kernelSize));

    /// <summary>Width of the kernel in pixels.</summary>
    public int KernelWidth { get; } = kernelWidth == 0 ? kernelSize : Guard.AtLeast(1, kernelWidth, nameof(kernelWidth));

    /// <summary>Pixels between windows.</summary>
    public int Stride { get; } = Guard.AtLeast(1, stride, nameof(stride));

    /// <summary>What happens at the border.</summary>
    public Padding Padding { get; } = padding;

    /// <summary>Whether each filter has a bias.</summary>
    public bool UseBias { get; } = useBias;

    /// <inheritdoc/>
    public override string Kind => nameof(Conv2D);

    /// <inheritdoc/>
    public override string Details => string.Create(CultureInfo.InvariantCulture,
        $"{Filters} × {KernelSize}×{KernelWidth}{(Stride > 1 ? $", stride {Stride}" : "")}{(Padding == Padding.Same ? ", same" : "")}");

    /// <inheritdoc/>
    public override int ParameterCount => WeightCount + (UseBias ? Filters : 0);

    /// <inheritdoc/>
    public override long Flops => (2L * Taps * InputShape.Channels + (UseBias ? 1 : 0)) * OutputShape.Size;

    internal WindowGeometry Geometry { get; private set; } = null!;

    internal override int DecayedParameterCount => WeightCount;

    internal override int PackedCount => _convolution.PackedCount;

    internal override long ScratchCount(int microBatch) => _convolution.ScratchCount;

    /// <summary>How the windows would lie on another input, with another number of filters.</summary>
    internal WindowGeometry GeometryOf(Shape input, int filters) => new(input, filters, KernelSize, KernelWidth, Stride, Padding);

    /// <summary>Pixels of the kernel.</summary>
    internal int Taps => KernelSize * KernelWidth;

    private int WeightCount => Taps * InputShape.Channels * Filters;

    private protected override Shape Infer(Shape input)
    {
        Geometry = GeometryOf(input, Filters);
        _convolution = new Convolution(Geometry);
        return Geometry.Output;
    }

    internal override void Initialize(Span<float> parameters, Span<float> statistics, ref RandomStream random)
    {
        WeightInitialization.HeUniform(parameters[..WeightCount], Taps * InputShape.Channels, ref random);
        parameters[WeightCount..].Clear();
    }

    internal override unsafe void Pack(float* parameters, float* packed, bool forTraining) =>
        _convolution.Pack(parameters, UseBias ? parameters + WeightCount : null, packed, forTraining);

    internal override unsafe void Forward(in LayerPass pass) => _convolution.Forward(pass.Count, pass.Input, pass.Packed, pass.Output, pass.Scratch);

    internal override unsafe void Backward(in LayerPass pass)
    {
        _convolution.BackwardWeights(pass.Count, pass.Input, pass.OutputGradient, pass.ParameterGradient, UseBias ? pass.ParameterGradient + WeightCount : null, pass.Scratch);
        if (pass.InputGradient != null) _convolution.BackwardInput(pass.Count, pass.OutputGradient, pass.Packed, pass.InputGradient, pass.Scratch);
    }

    internal override ExportedValue Export(in LayerExport export)
    {
        int inputs = InputShape.Channels, taps = Taps;
        var weights = new float[WeightCount];
        for (int tap = 0; tap < taps; tap++)
            for (int input = 0; input < inputs; input++)
                for (int filter = 0; filter < Filters; filter++)
                    weights[(filter * inputs + input) * taps + tap] = export.Parameters[(tap * inputs + input) * Filters + filter];

        List<string> values = [export.Image(), export.Constant("weight", weights, Filters, inputs, KernelSize, KernelWidth)];
        if (UseBias) values.Add(export.Constant("bias", export.Parameters[WeightCount..], Filters));
        string output = export.Node("Conv", [.. values],
            OnnxAttribute.Ints("kernel_shape", KernelSize, KernelWidth),
            OnnxAttribute.Ints("strides", Stride, Stride),
            OnnxAttribute.Ints("pads", Geometry.PadTop, Geometry.PadLeft, Geometry.PadBottom, Geometry.PadRight));
        return new ExportedValue(output, false);
    }

    internal override void Import(in LayerImport import)
    {
        int inputs = InputShape.Channels, taps = Taps;
        float[] weights = import.Constant("weight", Filters, inputs, KernelSize, KernelWidth);
        for (int tap = 0; tap < taps; tap++)
            for (int input = 0; input < inputs; input++)
                for (int filter = 0; filter < Filters; filter++)
                    import.Parameters[(tap * inputs + input) * Filters + filter] = weights[(filter * inputs + input) * taps + tap];

        if (UseBias) import.Constant("bias", Filters).CopyTo(import.Parameters[WeightCount..]);
    }
}
