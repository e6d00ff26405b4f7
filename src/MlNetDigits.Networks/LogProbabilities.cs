using MlNetDigits.Networks.Execution;

namespace MlNetDigits.Networks;

/// <summary>Computes with logarithms of probabilities, which do not vanish where probabilities would.</summary>
public static class LogProbabilities
{
    /// <summary>logits - log Σ exp(logits), in one fixed order.</summary>
    /// <param name="logits">A logit for each class.</param>
    /// <param name="logs">Receives the logarithm of each class's probability, in nats.</param>
    /// <exception cref="ArgumentException">The lengths differ, or are 0.</exception>
    public static void Softmax(ReadOnlySpan<float> logits, Span<double> logs)
    {
        if (logits.Length != logs.Length || logits.IsEmpty)
            throw new ArgumentException($"{logs.Length} places do not fit {logits.Length} logits: give one for each, and one at least.", nameof(logs));
        double greatest = double.NegativeInfinity, sum = 0;
        foreach (float logit in logits) greatest = Math.Max(greatest, logit);
        foreach (float logit in logits) sum += Math.Exp(logit - greatest);
        double rest = greatest + Math.Log(sum);
        for (int c = 0; c < logs.Length; c++) logs[c] = logits[c] - rest;
    }

    /// <summary>log(exp(one) + exp(other)).</summary>
    /// <param name="one">A logarithm; negative infinity is that of 0.</param>
    /// <param name="other">Another.</param>
    /// <returns>The logarithm of the sum.</returns>
    public static double Add(double one, double other)
    {
        if (double.IsNegativeInfinity(other)) return one;
        if (double.IsNegativeInfinity(one)) return other;
        return Math.Max(one, other) + Math.Log(1 + Math.Exp(-Math.Abs(one - other)));
    }

    /// <summary>Logarithm of the probability that frames spell a sequence, over all alignments.</summary>
    /// <param name="logs">Logarithms of the probabilities of each frame's classes, [frames, classes]; the last class is the blank, which stands between labels.</param>
    /// <param name="classes">Number of classes, 2 at least.</param>
    /// <param name="labels">Labels in order, of classes but the last; none for a sequence without labels.</param>
    /// <returns>The logarithm in nats; negative infinity where there are too few frames.</returns>
    /// <remarks>Source: Graves et al., "Connectionist temporal classification: labelling unsegmented sequence data with recurrent neural networks", 2006.</remarks>
    /// <exception cref="ArgumentException">There is no frame, or a label is of no class.</exception>
    public static double OfSequence(ReadOnlySpan<double> logs, int classes, ReadOnlySpan<byte> labels)
    {
        if (classes < 2 || logs.IsEmpty || logs.Length % classes != 0)
            throw new ArgumentException($"{logs.Length} logarithms are no frames of {classes} classes: give {classes} for each of one frame or more, of 2 classes at least.", nameof(logs));
        foreach (byte label in labels)
        {
            if (label >= classes - 1)
                throw new ArgumentException($"Label {label} is none of the classes 0 to {classes - 2}; the last stands between labels.", nameof(labels));
        }

        return ConnectionistTemporal.LogLikelihood(logs, classes, labels, new double[logs.Length / classes * (2 * labels.Length + 1)]);
    }
}
