namespace MlNetDigits.Web.Contract;

/// <summary>What a model saw in a digit and why it answered as it did.</summary>
public sealed record ExplainResponse
{
    /// <summary>Name of the model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>The likeliest digit, 0-9.</summary>
    public required int Digit { get; init; }

    /// <summary>Probability of the likeliest digit, 0-1.</summary>
    public required float Confidence { get; init; }

    /// <summary>Probability of each digit 0-9; they add up to 1.</summary>
    public required float[] Probabilities { get; init; }

    /// <summary>The 784 numbers that the network saw.</summary>
    public required int[] Pixels { get; init; }

    /// <summary>The layers' feature maps, the first layer first.</summary>
    public required IReadOnlyList<LayerMaps> Layers { get; init; }

    /// <summary>Where covering the image lowers the digit's probability, unless left out.</summary>
    public HeatMap? Saliency { get; init; }

    /// <summary>Where a layer's maps speak for the digit (Grad-CAM), if the network allows it.</summary>
    public HeatMap? Activation { get; init; }
}
