namespace MlNetDigits.Networks.Onnx;

/// <summary>How a network is written as an ONNX model.</summary>
public sealed record OnnxExportOptions
{
    /// <summary>Name of the input: float [N, 1, height, width], or [N, height, width, channels] for several channels.</summary>
    /// <value>Default <c>Features</c>.</value>
    public string InputName { get; init; } = "Features";

    /// <summary>Name of the probabilities: float [N, classes].</summary>
    /// <value>Default <c>Score</c>.</value>
    public string ScoreName { get; init; } = "Score";

    /// <summary>Name of the most probable class: int64 [N], from 0.</summary>
    /// <value>Default <c>PredictedLabel</c>.</value>
    public string PredictedLabelName { get; init; } = "PredictedLabel";

    /// <summary>Names of the network's classes, which ML.NET gives to the slots of the score.</summary>
    /// <value>Default null: none.</value>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Name of the network's last class, where that stands for images of none of the others.</summary>
    /// <value>Default null: the last class is one as the others. Else the score has one class less, and the model a further output.</value>
    public string? RejectionClass { get; init; }

    /// <summary>Name of the probability that the image is of any other than <see cref="RejectionClass"/>: float [N, 1].</summary>
    /// <value>Default <c>DigitScore</c>; not used without that class.</value>
    public string DigitScoreName { get; init; } = "DigitScore";

    /// <summary>Whether every layer's output is an output of the model too.</summary>
    /// <value>Default false.</value>
    public bool IncludeActivations { get; init; }

    /// <summary>Facts to keep in the file.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
