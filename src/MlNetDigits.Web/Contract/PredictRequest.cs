namespace MlNetDigits.Web.Contract;

/// <summary>One image in the model's form.</summary>
public sealed record PredictRequest
{
    /// <summary>784 numbers, rows of 28 from the top, 0 (paper) to 255 (ink); the other way round for a model whose polarity is <c>darkink</c>.</summary>
    public required IReadOnlyList<float> Pixels { get; init; }
}
