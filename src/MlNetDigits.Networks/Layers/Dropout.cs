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
        int threshold = (int)(Rate * 65536);
        float scale = 65536f / (65536 - threshold);
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            ulong bits = random.NextUInt64();
            target[i] = Keep(source[i] * scale, bits, threshold);
            target[i + 1] = Keep(source[i + 1] * scale, bits >> 16, threshold);
            target[i + 2] = Keep(source[i + 2] * scale, bits >> 32, threshold);
            target[i + 3] = Keep(source[i + 3] * scale, bits >> 48, threshold);
        }

        for (; i < count; i++) target[i] = Keep(source[i] * scale, random.NextUInt64(), threshold);
    }

    /// <summary>The value if its 16 random bits reach the threshold, else zero; without a branch, which nobody could predict.</summary>
    private static float Keep(float value, ulong bits, int threshold)
    {
        int dropped = ((int)(bits & 0xFFFF) - threshold) >> 31;
        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) & ~dropped);
    }

    internal override ExportedValue Export(in LayerExport export) => export.Input;
}
