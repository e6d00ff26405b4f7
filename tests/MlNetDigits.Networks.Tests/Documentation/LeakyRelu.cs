using System.Globalization;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Layers;

/// <summary>Leaky rectified linear unit: x where it is positive, else a small share of it.</summary>
/// <param name="slope">The share, at least 0 and below 1; default 0.01.</param>
public sealed class LeakyRelu(float slope = 0.01f) : Layer
{
    /// <summary>Share of negative values that is passed on.</summary>
    public float Slope { get; } = Guard.Below(0f, 1f, slope, nameof(slope));

    /// <inheritdoc/>
    public override string Kind => "LeakyReLU";

    /// <inheritdoc/>
    public override string Details => Slope.ToString(CultureInfo.InvariantCulture);

    private protected override Shape Infer(Shape input) => input;

    internal override unsafe void Forward(in LayerPass pass)
    {
        long count = (long)pass.Count * OutputShape.Size;
        for (long i = 0; i < count; i++) pass.Output[i] = pass.Input[i] > 0 ? pass.Input[i] : Slope * pass.Input[i];
    }

    internal override unsafe void Backward(in LayerPass pass)
    {
        if (pass.InputGradient == null) return;
        long count = (long)pass.Count * OutputShape.Size;
        for (long i = 0; i < count; i++) pass.InputGradient[i] = pass.Input[i] > 0 ? pass.OutputGradient[i] : Slope * pass.OutputGradient[i];
    }

    internal override ExportedValue Export(in LayerExport export) =>
        export.Input with { Name = export.Node("LeakyRelu", [export.Input.Name], OnnxAttribute.Float("alpha", Slope)) };
}
