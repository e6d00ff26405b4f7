namespace MlNetDigits.Networks.Execution;

/// <summary>Sums over some images.</summary>
/// <param name="Loss">Sum of cross-entropies in nats.</param>
/// <param name="Correct">Images whose greatest logit is the label's.</param>
/// <param name="Count">Images.</param>
internal readonly record struct BatchMetrics(double Loss, int Correct, int Count)
{
    public static BatchMetrics operator +(BatchMetrics left, BatchMetrics right) =>
        new(left.Loss + right.Loss, left.Correct + right.Correct, left.Count + right.Count);
}
