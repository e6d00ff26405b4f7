namespace MlNetDigits.Web.Contract;

/// <summary>A correction: a digit and what it is.</summary>
public sealed record FeedbackRequest
{
    /// <summary>784 numbers, as a prediction of an image gives them.</summary>
    public required float[] Pixels { get; init; }

    /// <summary>The digit that it is, 0-9.</summary>
    public required int Label { get; init; }

    /// <summary>Name of the model that was wrong; default the service's default model.</summary>
    public string? Model { get; init; }
}
