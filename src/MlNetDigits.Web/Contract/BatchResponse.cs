namespace MlNetDigits.Web.Contract;

/// <summary>What a model says about many digits.</summary>
public sealed record BatchResponse
{
    /// <summary>Name of the model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>One prediction per image, in the same order.</summary>
    public required IReadOnlyList<PredictResponse> Predictions { get; init; }
}
