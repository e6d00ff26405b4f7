using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Layers;

/// <summary>The mean of each channel over all pixels.</summary>
/// <remarks>Source: Lin, Chen and Yan, "Network in network", 2013.</remarks>
public sealed class GlobalAveragePool : Layer
{
    private WindowGeometry _geometry = null!;

    /// <inheritdoc/>
    public override string Kind => nameof(GlobalAveragePool);

    /// <inheritdoc/>
    public override long Flops => InputShape.Size;

    private protected override Shape Infer(Shape input)
    {
        _geometry = new WindowGeometry(input, input.Channels, input.Height, input.Width, Math.Max(input.Height, input.Width), Padding.Valid);
        return _geometry.Output;
    }

    internal override unsafe void Forward(in LayerPass pass) => Averaging.Forward(_geometry, pass);

    internal override unsafe void Backward(in LayerPass pass) => Averaging.Backward(_geometry, pass);

    internal override ExportedValue Export(in LayerExport export) => new(export.Node("GlobalAveragePool", [export.Image()]), false);
}
