namespace MlNetDigits.Mapping;

/// <summary>How an ONNX model of another program takes pixels and answers.</summary>
/// <remarks>What is left out is found where there is one possibility alone; the model in use then takes and gives what this library's models do.</remarks>
public sealed record ModelMapping
{
    /// <summary>Name of the input that takes one image of 28×28 in a row: [N, 1, 28, 28], [N, 28, 28, 1], [N, 28, 28] or [N, 784].</summary>
    /// <value>Default null: the only input.</value>
    public string? Input { get; init; }

    /// <summary>Name of the output that has a score for each class: [N, classes].</summary>
    /// <value>Default null: the only output of floats.</value>
    public string? Output { get; init; }

    /// <summary>What the model takes for full ink: 1 where it was trained on pixels of 0-1, 255 on those of 0-255.</summary>
    /// <value>Default null: 255 where the model itself divides its input, else it must be told.</value>
    public float? Scale { get; init; }

    /// <summary>What is subtracted from the scaled pixels.</summary>
    /// <value>Default 0.</value>
    public float Mean { get; init; }

    /// <summary>What the scaled pixels are divided by after that.</summary>
    /// <value>Default 1; above 0.</value>
    public float StandardDeviation { get; init; } = 1;

    /// <summary>Whether the model was trained on dark ink, so that paper has the greatest value.</summary>
    /// <value>Default false: on bright ink, as MNIST is.</value>
    public bool IsInverted { get; init; }

    /// <summary>Whether the scores are logits, or logarithms of probabilities, of which softmax makes probabilities.</summary>
    /// <value>Default false: they are probabilities.</value>
    public bool HasLogits { get; init; }

    internal void Validate()
    {
        if (Scale is { } scale && !(float.IsFinite(scale) && scale > 0))
            throw new ArgumentOutOfRangeException(nameof(Scale), FormattableString.Invariant($"The scale is {scale}, but must be above 0: 1 for pixels of 0-1, 255 for pixels of 0-255."));
        if (!float.IsFinite(Mean))
            throw new ArgumentOutOfRangeException(nameof(Mean), FormattableString.Invariant($"The mean is {Mean}, but must be a number."));
        if (!(float.IsFinite(StandardDeviation) && StandardDeviation > 0))
            throw new ArgumentOutOfRangeException(nameof(StandardDeviation), FormattableString.Invariant($"The standard deviation is {StandardDeviation}, but must be above 0."));
    }
}
