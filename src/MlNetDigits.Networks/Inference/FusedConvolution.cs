using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Inference;

/// <summary>A convolution with what follows it, ReLU and maximum pooling, while its outputs are in cache. For inference alone.</summary>
/// <param name="convolution">The convolution's layer; its window is taken, its parameters are given anew, always with a bias.</param>
/// <param name="filters">Output channels: the convolution's, or more.</param>
/// <param name="relu">Whether ReLU follows.</param>
/// <param name="poolSize">Size of the maximum pooling that follows, 1 for none.</param>
internal sealed class FusedConvolution(Conv2D convolution, int filters, bool relu, int poolSize) : Layer
{
    private IForwardConvolution _kernel = null!;
    private Relu? _relu;
    private MaxPool? _pool;

    public override string Kind => nameof(FusedConvolution);

    public override string Details => $"{convolution.Details}{(relu ? ", ReLU" : "")}{(poolSize > 1 ? $", max {poolSize}×{poolSize}" : "")}{(_kernel is DirectConvolution ? "" : ", Winograd")}";

    public override int ParameterCount => WeightCount + filters;

    public override long Flops => convolution.Flops;

    internal override int PackedCount => _kernel.PackedCount;

    private int WeightCount => convolution.Taps * InputShape.Channels * filters;

    internal override long ScratchCount(int microBatch) => _kernel.ScratchCount + (_pool is null ? 0 : PooledCount);

    /// <summary>Floats of one image before pooling, in whole cache lines.</summary>
    private int PooledCount => (_kernel.Output.Size + 15) / 16 * 16;

    private protected override Shape Infer(Shape input)
    {
        WindowGeometry geometry = convolution.GeometryOf(input, filters);
        var output = new Shape(geometry.Output.Height / poolSize, geometry.Output.Width / poolSize, geometry.Output.Channels);
        _kernel = poolSize <= 2 && SingleChannelConvolution.Fits(geometry) ? SingleChannelConvolution.Create(geometry, relu, pool: poolSize == 2)
            : Winograd.Fits(geometry) ? Winograd.ForInference(geometry, output.Height * poolSize, output.Width * poolSize, relu)
            : new DirectConvolution(geometry);
        if (_kernel.Output != output) (_pool = new MaxPool(poolSize)).Bind(_kernel.Output);
        if (relu && _kernel is DirectConvolution) (_relu = new Relu()).Bind(output);
        return output;
    }

    internal override unsafe void Pack(float* parameters, float* packed, bool forTraining) => _kernel.Pack(parameters, parameters + WeightCount, packed);

    internal override unsafe void Forward(in LayerPass pass)
    {
        if (_pool is null) _kernel.Forward(pass.Count, pass.Input, pass.Packed, pass.Output, pass.Scratch);
        else ForwardPooled(_pool, pass);
        _relu?.Forward(pass with { Input = pass.Output });
    }

    internal override void Backward(in LayerPass pass) => throw new NotSupportedException("A fused convolution is made for inference and has no gradient: train the network that it was made of.");

    internal override ExportedValue Export(in LayerExport export) => throw new NotSupportedException("A fused convolution is made for inference and has no ONNX node: export the network that it was made of.");

    /// <summary>An image at a time, pooled while it is in cache.</summary>
    private unsafe void ForwardPooled(MaxPool pool, in LayerPass pass)
    {
        float* image = pass.Scratch, scratch = image + PooledCount;
        for (int i = 0; i < pass.Count; i++)
        {
            _kernel.Forward(1, pass.Input + (long)i * InputShape.Size, pass.Packed, image, scratch);
            pool.Forward(new LayerPass { Count = 1, Input = image, Output = pass.Output + (long)i * OutputShape.Size });
        }
    }
}
