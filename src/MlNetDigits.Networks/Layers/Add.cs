using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Layers;

/// <summary>Residual addition: the sum of two activations of one shape.</summary>
/// <remarks>Source: He et al., "Deep residual learning for image recognition", 2015.</remarks>
public sealed class Add : Layer
{
    /// <inheritdoc/>
    public override string Kind => nameof(Add);

    internal override bool HasSecondInput => true;

    private protected override Shape Infer(Shape input) => input;

    internal override unsafe void Forward(in LayerPass pass)
    {
        long count = (long)pass.Count * OutputShape.Size;
        Elementwise.Copy(pass.Input, pass.Output, count);
        Elementwise.Add(pass.SecondInput, pass.Output, count);
    }

    internal override unsafe void Backward(in LayerPass pass)
    {
        long count = (long)pass.Count * OutputShape.Size;
        if (pass.InputGradient != null) Elementwise.Copy(pass.OutputGradient, pass.InputGradient, count);
        if (pass.SecondInputGradient != null) Elementwise.Copy(pass.OutputGradient, pass.SecondInputGradient, count);
    }

    internal override ExportedValue Export(in LayerExport export)
    {
        (ExportedValue first, ExportedValue second) = (export.Input, export.SecondInput);
        if (first.IsFlat != second.IsFlat) (first, second) = (LayerExport.Flat(export.Graph, first, InputShape, $"{export.Name}.first"), LayerExport.Flat(export.Graph, second, InputShape, $"{export.Name}.second"));
        return first with { Name = export.Node("Add", [first.Name, second.Name]) };
    }
}
