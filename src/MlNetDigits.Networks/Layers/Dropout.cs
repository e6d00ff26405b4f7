using System.Globalization;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Layers;

/// <summary>Sets a random share of values to zero in training and scales the others up; does nothing afterwards.</summary>
/// <param name="rate">Share of values that become zero, at least 0 and below 1.</param>
/// <remarks>Source: Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014.</remarks>
public sealed class Dropout(float rate) : Layer
{
    /// <summary>Share of values that become zero in training.</summary>
    public float Rate { get; } = Guard.Below(0f, 1f, rate, nameof(rate));

    /// <inheritdoc/>
    public override string Kind => nameof(Dropout);

    /// <inheritdoc/>
    public override string Details => Rate.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override long Flops => 0;

    // Max pooling finds its maxima again by comparing with its output.
    internal override bool MayOverwriteOutputOf(Layer earlier) => earlier is not MaxPool;

    private protected override Shape Infer(Shape input) => input;

    internal override unsafe void Forward(in LayerPass pass) => Apply(pass, pass.Input, pass.Output);

    internal override unsafe void Backward(in LayerPass pass)
    {
        if (pass.InputGradient != null) Apply(pass, pass.OutputGradient, pass.InputGradient);
    }

    /// <summary>Drops by random numbers that the key alone decides, so that backward drops what forward dropped.</summary>
    private unsafe void Apply(in LayerPass pass, float* source, float* target)
    {
        int count = pass.Count * OutputShape.Size;
        if (!pass.Training || Rate == 0)
        {
            if (source != target) new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(target, count));
            return;
        }

        var random = new RandomStream(pass.Key);
        uint threshold = (uint)(Rate * 65536);
        float scale = 65536f / (65536 - threshold);
        for (int i = 0; i < count;)
        {
            ulong bits = random.NextUInt64();
            for (int end = Math.Min(i + 4, count); i < end; i++, bits >>= 16)
                target[i] = (bits & 0xFFFF) < threshold ? 0 : source[i] * scale;
        }
    }

    internal override ExportedValue Export(in LayerExport export) => export.Input;
}
