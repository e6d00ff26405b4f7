using MlNetDigits.Recognition;

namespace MlNetDigits.Explanation;

/// <summary>What a model saw in an image and why it answered as it did.</summary>
public sealed record DigitExplanation
{
    /// <summary>The image as the network sees it, before its own scaling to 0-1.</summary>
    public required DigitImage Image { get; init; }

    /// <summary>Probability of each class by the whole model, in the order of classes.</summary>
    public required float[] Scores { get; init; }

    /// <summary>Probability that the image shows any of the classes at all; null for a model that cannot tell.</summary>
    public float? DigitProbability { get; init; }

    /// <summary>The likeliest classes, the first is the answer.</summary>
    public required IReadOnlyList<ClassScore> Top { get; init; }

    /// <summary>Which member of the ensemble the layers belong to, from 1.</summary>
    public required int Member { get; init; }

    /// <summary>Networks in the model; 1 unless it is an ensemble.</summary>
    public required int Members { get; init; }

    /// <summary>Feature maps of every convolution and residual sum, the first layer first.</summary>
    public required IReadOnlyList<FeatureMaps> FeatureMaps { get; init; }

    /// <summary>Kernels of the first convolution.</summary>
    public required ConvolutionKernels Kernels { get; init; }

    /// <summary>Occlusion of the whole model, for each of <see cref="Top"/>; empty if left out.</summary>
    public required IReadOnlyList<OcclusionMap> Occlusions { get; init; }

    /// <summary>Grad-CAM of the member's logits, for each of <see cref="Top"/>.</summary>
    public required IReadOnlyList<ClassActivationMap> ClassActivations { get; init; }

    /// <summary>Why there is no Grad-CAM, for a model with an operator of unknown gradient; else null.</summary>
    public string? ClassActivationObstacle { get; init; }
}
