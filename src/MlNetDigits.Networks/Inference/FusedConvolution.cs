using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Inference;

/// <summary>A convolution with what follows it, ReLU and maximum pooling, while its outputs are in cache. For inference alone.</summary>
/// <param name="convolution">The convolution's layer; its window is taken, its parameters are given anew, always with a bias.</param>
/// <param name="relu">Whether ReLU follows.</param>
/// <param name="poolSize">Size of the maximum pooling that follows, 1 for none.</param>
internal sealed class FusedConvolution(Conv2D convolution, bool relu, int poolSize) : Layer
{
    private readonly Relu? _relu = relu ? new Relu() : null;
    private readonly MaxPool? _pool = poolSize > 1 ? new MaxPool(poolSize) : null;
    private Convolution _direct = null!;
    private Winograd? _winograd;
    private Shape _rows;

    public override string Kind => nameof(FusedConvolution);

    public override string Details => $"{convolution.Details}{(relu ? ", ReLU" : "")}{(poolSize > 1 ? $", max {poolSize}×{poolSize}" : "")}{(_winograd is null ? "" : ", Winograd")}";

    public override int ParameterCount => WeightCount + convolution.Filters;

    public override long Flops => convolution.Flops;

    internal override int PackedCount => _winograd?.PackedCount ?? _direct.PackedCount;

    private int WeightCount => _direct.WeightCount;

    internal override long ScratchCount(int microBatch) => _winograd?.ScratchCount ?? _direct.ScratchCount + _rows.Size;

    private protected override Shape Infer(Shape input)
    {
        WindowGeometry geometry = convolution.Geometry;
        _direct = new Convolution(geometry, onlyDirect: true);
        if (poolSize <= 2 && Winograd.Fits(geometry)) _winograd = new Winograd(geometry, relu, poolSize == 2);
        int width = geometry.Output.Width / poolSize, channels = geometry.Output.Channels;
        _rows = new Shape(poolSize, width * poolSize, channels);
        _pool?.Bind(_rows);
        _relu?.Bind(new Shape(1, width, channels));
        return new Shape(geometry.Output.Height / poolSize, width, channels);
    }

    internal override unsafe void Pack(float* parameters, float* packed, bool forTraining)
    {
        if (_winograd is not null) _winograd.Pack(parameters, parameters + WeightCount, packed);
        else _direct.Pack(parameters, parameters + WeightCount, packed, forTraining: false);
    }

    internal override unsafe void Forward(in LayerPass pass)
    {
        if (_winograd is not null) _winograd.Forward(pass.Count, pass.Input, pass.Packed, pass.Output, pass.Scratch);
        else ForwardDirect(pass);
    }

    internal override void Backward(in LayerPass pass) => throw new NotSupportedException("A fused convolution is made for inference and has no gradient: train the network that it was made of.");

    internal override ExportedValue Export(in LayerExport export) => throw new NotSupportedException("A fused convolution is made for inference and has no ONNX node: export the network that it was made of.");

    /// <summary>As many rows at a time as one row of the pooled output needs.</summary>
    private unsafe void ForwardDirect(in LayerPass pass)
    {
        float* input = pass.Input, output = pass.Output, rows = pass.Scratch + _direct.ScratchCount;
        int row = OutputShape.Width * OutputShape.Channels;
        for (int image = 0; image < pass.Count; image++, input += InputShape.Size)
        {
            float* bordered = _direct.WithBorder(input, pass.Scratch);
            for (int r = 0; r < OutputShape.Height; r++, output += row)
            {
                float* target = _pool is null ? output : rows;
                _direct.ForwardPart(bordered, pass.Packed, r * poolSize, poolSize, _rows.Width, target);
                _pool?.Forward(new LayerPass { Count = 1, Input = rows, Output = output });
                _relu?.Forward(new LayerPass { Count = 1, Input = output, Output = output });
            }
        }
    }
}
