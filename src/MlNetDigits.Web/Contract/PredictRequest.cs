namespace MlNetDigits.Web.Contract;

/// <summary>One digit in MNIST's form.</summary>
public sealed record PredictRequest
{
    /// <summary>784 numbers, rows of 28 from the top, 0 (paper) to 255 (ink).</summary>
    public required IReadOnlyList<float> Pixels { get; init; }
}
