using System.Numerics;
using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Layers;

/// <summary>Rectified linear unit: max(0, x) for each value.</summary>
public sealed class Relu : Layer
{
    /// <inheritdoc/>
    public override string Kind => "ReLU";

    internal override bool MayOverwriteOutputOf(Layer earlier) => true;

    private protected override Shape Infer(Shape input) => input;

    internal override unsafe void Forward(in LayerPass pass)
    {
        long count = (long)pass.Count * OutputShape.Size, i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            Elementwise.Store(Vector.Max(Elementwise.Load(pass.Input + i), Vector<float>.Zero), pass.Output + i);
        for (; i < count; i++) pass.Output[i] = Math.Max(pass.Input[i], 0);
    }

    internal override unsafe void Backward(in LayerPass pass)
    {
        if (pass.InputGradient == null) return;
        long count = (long)pass.Count * OutputShape.Size, i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<int> active = Vector.GreaterThan(Elementwise.Load(pass.Output + i), Vector<float>.Zero);
            Elementwise.Store(Vector.ConditionalSelect(active, Elementwise.Load(pass.OutputGradient + i), Vector<float>.Zero), pass.InputGradient + i);
        }

        for (; i < count; i++) pass.InputGradient[i] = pass.Output[i] > 0 ? pass.OutputGradient[i] : 0;
    }

    internal override ExportedValue Export(in LayerExport export) => export.Input with { Name = export.Node("Relu", [export.Input.Name]) };
}
