namespace MlNetDigits.Web.Contract;

/// <summary>What is known of a model.</summary>
public sealed record ModelResponse
{
    /// <summary>The name that requests choose the model by.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it answers requests that name no model.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>The classes, in the order of the probabilities.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>How a picture becomes the model's input: <c>digit</c> as in MNIST, <c>resize</c>, or <c>none</c>, which takes 28×28 alone.</summary>
    public required string Normalization { get; init; }

    /// <summary>Which is brighter in the model's images: <c>brightink</c>, <c>darkink</c>, or <c>any</c>.</summary>
    public required string Polarity { get; init; }

    /// <summary>Digit score below which an image is refused as no digit; left out for a model that cannot tell.</summary>
    public float? RejectionThreshold { get; init; }

    /// <summary>The file's kind: <c>onnx</c> or <c>zip</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The file's length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The file's SHA-256 in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name of the network's architecture, if the file tells it.</summary>
    public string? Architecture { get; init; }

    /// <summary>Number of trained parameters, if the file tells it.</summary>
    public long? Parameters { get; init; }

    /// <summary>Share of the test images recognized, 0-1: MNIST's 10,000 unless the facts name another dataset, if the file tells it.</summary>
    public double? TestAccuracy { get; init; }

    /// <summary>All facts that training left in the file.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
