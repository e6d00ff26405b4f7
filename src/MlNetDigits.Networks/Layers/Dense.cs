using System.Globalization;
using MlNetDigits.Networks.Kernels;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Layers;

/// <summary>Fully connected layer: each unit sees every input value; inputs of any shape are flattened.</summary>
/// <param name="units">Output values, at least 1.</param>
public sealed class Dense(int units) : Layer
{
    private Convolution _product = null!;
    private int _inputs;

    /// <summary>Output values.</summary>
    public int Units { get; } = Guard.AtLeast(1, units, nameof(units));

    /// <inheritdoc/>
    public override string Kind => nameof(Dense);

    /// <inheritdoc/>
    public override string Details => Units.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override int ParameterCount => (_inputs + 1) * Units;

    /// <inheritdoc/>
    public override long Flops => (2L * _inputs + 1) * Units;

    internal override int DecayedParameterCount => _inputs * Units;

    internal override int PackedCount => _product.PackedCount;

    private protected override Shape Infer(Shape input)
    {
        _inputs = input.Size;
        _product = new Convolution(new WindowGeometry(new Shape(1, 1, _inputs), Units, 1, 1, 1, Padding.Valid));
        return new Shape(1, 1, Units);
    }

    internal override void Initialize(Span<float> parameters, Span<float> statistics, ref RandomStream random)
    {
        WeightInitialization.GlorotUniform(parameters[..(_inputs * Units)], _inputs, Units, ref random);
        parameters[(_inputs * Units)..].Clear();
    }

    internal override unsafe void Pack(float* parameters, float* packed, bool forTraining) =>
        _product.Pack(parameters, parameters + _inputs * Units, packed, forTraining);

    internal override unsafe void Forward(in LayerPass pass) => _product.Forward(pass.Count, pass.Input, pass.Packed, pass.Output, pass.Scratch);

    internal override unsafe void Backward(in LayerPass pass)
    {
        _product.BackwardWeights(pass.Count, pass.Input, pass.OutputGradient, pass.ParameterGradient, pass.ParameterGradient + _inputs * Units, pass.Scratch);
        if (pass.InputGradient != null) _product.BackwardInput(pass.Count, pass.OutputGradient, pass.Packed, pass.InputGradient, pass.Scratch);
    }

    internal override ExportedValue Export(in LayerExport export)
    {
        ExportedValue input = LayerExport.Flat(export.Graph, export.Input, InputShape, $"{export.Name}.flat");
        string output = export.Node("Gemm",
        [
            input.Name,
            export.Constant("weight", export.Parameters[..(_inputs * Units)], _inputs, Units),
            export.Constant("bias", export.Parameters[(_inputs * Units)..], Units),
        ]);
        return new ExportedValue(output, true);
    }

    internal override void Import(in LayerImport import)
    {
        import.Constant("weight", _inputs, Units).CopyTo(import.Parameters);
        import.Constant("bias", Units).CopyTo(import.Parameters[(_inputs * Units)..]);
    }
}
