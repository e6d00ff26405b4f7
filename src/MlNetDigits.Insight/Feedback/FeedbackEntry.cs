namespace MlNetDigits.Feedback;

/// <summary>A digit that someone drew, what a model said of it, and what it is.</summary>
public sealed record FeedbackEntry
{
    /// <summary>Gets the number that the store gave it, from 1.</summary>
    /// <value>Default 0: not stored yet.</value>
    public long Id { get; init; }

    /// <summary>Gets when it was stored.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Gets the normalized drawing: 784 pixels, row-major, 0 (paper) to 255 (ink).</summary>
    public required byte[] Pixels { get; init; }

    /// <summary>Gets the digit that it is, 0-9.</summary>
    public required int Label { get; init; }

    /// <summary>Gets the digit that the model said, 0-9.</summary>
    public required int Predicted { get; init; }

    /// <summary>Gets the probability that the model gave its digit, 0-1.</summary>
    public required float Confidence { get; init; }

    /// <summary>Gets the model's name.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the SHA-256 of the model's file, in hexadecimal digits.</summary>
    public string? ModelSha256 { get; init; }

    internal void Validate()
    {
        if (Pixels is not { Length: 784 })
            throw new ArgumentException($"Feedback has {Pixels?.Length ?? 0} pixels, but 784 (28x28) are needed. Normalize the drawing with DigitNormalizer first.", nameof(Pixels));
        Check(nameof(Label), Label);
        Check(nameof(Predicted), Predicted);
        ArgumentException.ThrowIfNullOrEmpty(Model);
        if (Confidence is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Confidence), Confidence, "Confidence must be a probability, 0 to 1.");
    }

    private static void Check(string name, int digit)
    {
        if (digit is < 0 or > 9)
            throw new ArgumentOutOfRangeException(name, digit, $"{name} must be a digit, 0 to 9.");
    }
}
