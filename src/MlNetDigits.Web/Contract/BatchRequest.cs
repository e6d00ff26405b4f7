namespace MlNetDigits.Web.Contract;

/// <summary>Digits in MNIST's form.</summary>
public sealed record BatchRequest
{
    /// <summary>The images, each 784 numbers, rows of 28 from the top, 0 (paper) to 255 (ink).</summary>
    public required IReadOnlyList<IReadOnlyList<float>> Images { get; init; }
}
