using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Layers;

/// <summary>Turns height × width × channels into one vector, row by row.</summary>
public sealed class Flatten : Layer
{
    /// <inheritdoc/>
    public override string Kind => nameof(Flatten);

    /// <inheritdoc/>
    public override long Flops => 0;

    internal override bool MayOverwriteOutputOf(Layer earlier) => true;

    private protected override Shape Infer(Shape input) => new(1, 1, input.Size);

    internal override unsafe void Forward(in LayerPass pass)
    {
        if (pass.Output != pass.Input) Elementwise.Copy(pass.Input, pass.Output, (long)pass.Count * OutputShape.Size);
    }

    internal override unsafe void Backward(in LayerPass pass)
    {
        if (pass.InputGradient != null && pass.InputGradient != pass.OutputGradient)
            Elementwise.Copy(pass.OutputGradient, pass.InputGradient, (long)pass.Count * OutputShape.Size);
    }

    internal override ExportedValue Export(in LayerExport export) => LayerExport.Flat(export.Graph, export.Input, InputShape, export.Name);
}
