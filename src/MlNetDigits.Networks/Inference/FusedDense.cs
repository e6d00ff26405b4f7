using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Inference;

/// <summary>A dense layer that is fast for single images. For inference alone.</summary>
/// <param name="dense">The layer; its units are taken, its parameters are given anew.</param>
internal sealed class FusedDense(Dense dense) : Layer
{
    private MatrixVector _product = null!;

    public override string Kind => nameof(FusedDense);

    public override string Details => dense.Details;

    public override int ParameterCount => dense.ParameterCount;

    public override long Flops => dense.Flops;

    internal override int PackedCount => _product.PackedCount;

    private protected override Shape Infer(Shape input)
    {
        _product = MatrixVector.Create(input.Size, dense.Units);
        return new Shape(1, 1, dense.Units);
    }

    internal override unsafe void Pack(float* parameters, float* packed, bool forTraining) => _product.Pack(parameters, parameters + InputShape.Size * dense.Units, packed);

    internal override unsafe void Forward(in LayerPass pass) => _product.Forward(pass.Count, pass.Input, pass.Packed, pass.Output);

    internal override void Backward(in LayerPass pass) => throw new NotSupportedException("A fused dense layer is made for inference and has no gradient: train the network that it was made of.");

    internal override ExportedValue Export(in LayerExport export) => throw new NotSupportedException("A fused dense layer is made for inference and has no ONNX node: export the network that it was made of.");
}
