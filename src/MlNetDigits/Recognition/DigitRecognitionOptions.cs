using MlNetDigits.Mapping;

namespace MlNetDigits.Recognition;

/// <summary>How a service recognizes digits.</summary>
public sealed record DigitRecognitionOptions
{
    /// <summary>The model: ONNX, or a zip that ML.NET saved.</summary>
    public required string ModelPath { get; init; }

    /// <summary>How an ONNX model of another program takes pixels and answers.</summary>
    /// <value>Default null: as it says itself.</value>
    public ModelMapping? Mapping { get; init; }

    /// <summary>How often the file is looked at for a newer model.</summary>
    /// <value>Default 3 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for never.</value>
    public TimeSpan ReloadInterval { get; init; } = TimeSpan.FromSeconds(3);

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ModelPath);
        Mapping?.Validate();
        if (ReloadInterval <= TimeSpan.Zero && ReloadInterval != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(ReloadInterval), ReloadInterval, "ReloadInterval must be more than zero, or Timeout.InfiniteTimeSpan for never.");
    }
}
