namespace MlNetDigits.Web.Contract;

/// <summary>The models and what else the service offers.</summary>
public sealed record ModelsResponse
{
    /// <summary>Name of the model for requests that name none.</summary>
    public required string Default { get; init; }

    /// <summary>Names of all models.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Whether <c>POST /v1/feedback</c> keeps corrections.</summary>
    public required bool Feedback { get; init; }

    /// <summary>The most bytes of a request's body.</summary>
    public required long MaximumBytes { get; init; }
}
