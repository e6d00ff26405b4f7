namespace MlNetDigits.Web.Contract;

/// <summary>What a model saw in a digit and why it answered as it did.</summary>
public sealed record ExplainResponse
{
    /// <summary>Name of the model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>Name of the likeliest class, such as <c>7</c>; of a refused image too.</summary>
    public required string Label { get; init; }

    /// <summary>The likeliest digit, 0-9, where the class is one.</summary>
    public int? Digit { get; init; }

    /// <summary>Whether the image is refused as no digit; left out by models that cannot tell.</summary>
    public bool? Rejected { get; init; }

    /// <summary>Probability that the image shows a digit at all, 0-1; left out by models that cannot tell.</summary>
    public float? DigitScore { get; init; }

    /// <summary>Probability of the likeliest class, 0-1.</summary>
    public required float Confidence { get; init; }

    /// <summary>Probability of each class, in the order of the model's <c>classes</c>; they add up to 1.</summary>
    public required float[] Probabilities { get; init; }

    /// <summary>The 784 numbers that the network saw.</summary>
    public required int[] Pixels { get; init; }

    /// <summary>The layers' feature maps, the first layer first.</summary>
    public required IReadOnlyList<LayerMaps> Layers { get; init; }

    /// <summary>Where covering the image lowers the class's probability, unless left out.</summary>
    public HeatMap? Saliency { get; init; }

    /// <summary>Where a layer's maps speak for the class (Grad-CAM), if the network allows it.</summary>
    public HeatMap? Activation { get; init; }
}
