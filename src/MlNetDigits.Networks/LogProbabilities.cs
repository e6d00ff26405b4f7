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
}
