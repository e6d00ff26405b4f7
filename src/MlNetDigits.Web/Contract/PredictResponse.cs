using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Contract;

/// <summary>What a model says about one digit.</summary>
public sealed record PredictResponse
{
    /// <summary>Name of the model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>The likeliest digit, 0-9.</summary>
    public required int Digit { get; init; }

    /// <summary>Probability of the likeliest digit, 0-1.</summary>
    public required float Confidence { get; init; }

    /// <summary>Probability of each digit 0-9; they add up to 1.</summary>
    public required float[] Probabilities { get; init; }

    /// <summary>For an image: the 784 numbers that it was normalized to, in the form that requests take.</summary>
    public int[]? Pixels { get; init; }

    internal static PredictResponse Of(string model, DigitPrediction prediction, byte[]? normalized) => new()
    {
        Model = model,
        Digit = prediction.Digit,
        Confidence = prediction.Confidence,
        Probabilities = prediction.Score,
        Pixels = normalized is null ? null : Array.ConvertAll(normalized, pixel => (int)pixel),
    };
}
