using System.Globalization;
using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Layers;

/// <summary>The mean of each window, channel by channel.</summary>
/// <param name="size">Height and width of the window and the stride, at least 1; a remainder at the border is left out.</param>
public sealed class AveragePool(int size = 2) : Layer
{
    private WindowGeometry _geometry = null!;

    /// <summary>Height and width of the window, and the stride.</summary>
    /// <value>Default 2.</value>
    public int Size { get; } = Guard.AtLeast(1, size, nameof(size));

    /// <inheritdoc/>
    public override string Kind => nameof(AveragePool);

    /// <inheritdoc/>
    public override string Details => string.Create(CultureInfo.InvariantCulture, $"{Size}×{Size}");

    /// <inheritdoc/>
    public override long Flops => (long)OutputShape.Size * Size * Size;

    private protected override Shape Infer(Shape input)
    {
        _geometry = new WindowGeometry(input, input.Channels, Size, Size, Size, Padding.Valid);
        return _geometry.Output;
    }

    internal override unsafe void Forward(in LayerPass pass) => Averaging.Forward(_geometry, pass);

    internal override unsafe void Backward(in LayerPass pass) => Averaging.Backward(_geometry, pass);

    internal override ExportedValue Export(in LayerExport export) => new(
        export.Node("AveragePool", [export.Image()], OnnxAttribute.Ints("kernel_shape", Size, Size), OnnxAttribute.Ints("strides", Size, Size)), false);
}
