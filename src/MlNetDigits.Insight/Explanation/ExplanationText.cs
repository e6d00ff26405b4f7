using System.Globalization;
using System.Numerics.Tensors;
using MlNetDigits.Recognition;

namespace MlNetDigits.Explanation;

/// <summary>Says in sentences what an explanation shows.</summary>
public static class ExplanationText
{
    internal const string OcclusionNote = "Red: covering these pixels lowers the class's probability, so they speak for it. Blue: covering them raises it. Each map has its own scale.";
    internal const string ClassActivationNote = "Where the layer's feature maps speak for the class, weighed by the gradient of its logit. Bright is strong; each map has its own scale.";
    internal const string KernelNote = "Red weights answer to ink, blue ones to paper; all kernels share one scale.";

    internal const string DigitNote = "Cut out, inverted, scaled and centred as MNIST's digits are: white is ink.";
    internal const string FeatureMapNote = "What each layer makes of the digit, after batch normalization and activation. Each map runs from its least value, black, to its greatest, white; where a layer gives negative values, blue is below 0 and red above.";

    private const int Side = 28;

    // Below this share of probability nothing worth a sentence happened.
    private const float Notable = 0.0005f;

    /// <summary>Says which classes the model finds likeliest.</summary>
    /// <param name="explanation">The explanation.</param>
    public static string Answer(DigitExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        string[] classes = [.. explanation.Top.Select(score => $"{score.Name} ({ExplanationSections.Percent(score.Probability)})")];
        string reading = classes.Length == 1 ? $"reads {classes[0]}." : $"reads {classes[0]}, then {string.Join(" and ", classes.Skip(1))}.";
        return explanation.DigitProbability is { } digit && digit < DigitPrediction.DefaultThreshold
            ? $"The model takes this for no digit (digit score {ExplanationSections.Percent(digit)}); if it were one, it {reading}"
            : $"The model {reading}";
    }

    /// <summary>Says all: the answer, what covering does, where Grad-CAM peaks, and what the pictures belong to.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>Sentences in order.</returns>
    public static IReadOnlyList<string> Sentences(DigitExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        List<string> sentences = [Answer(explanation)];
        if (explanation.Occlusions.Count > 0) sentences.Add(Occluded(explanation));
        if (explanation.ClassActivations.Count > 0) sentences.Add(Activated(explanation.ClassActivations[0]));
        else if (explanation.ClassActivationObstacle is { } obstacle) sentences.Add($"There is no Grad-CAM: {obstacle}");
        if (explanation.Members > 1)
            sentences.Add($"Feature maps, kernels and Grad-CAM are of member {explanation.Member} of {explanation.Members}; probabilities and occlusion are of the whole ensemble.");
        return sentences;
    }

    private static string Occluded(DigitExplanation explanation)
    {
        OcclusionMap map = explanation.Occlusions[0];
        string patch = $"{map.PatchSize}×{map.PatchSize} pixels";
        return map.Class.Probability - map.Lowest >= Notable
            ? $"Covering {patch} {Region(map.Row, map.Column, Side, Side)} lowers {map.Class.Name} to {ExplanationSections.Percent(map.Lowest)}."
            : $"Covering {patch} anywhere leaves {map.Class.Name} as likely as it is.";
    }

    private static string Activated(ClassActivationMap map)
    {
        int peak = TensorPrimitives.IndexOfMax<float>(map.Values);
        return map.Values[peak] > 0
            ? $"Grad-CAM at {map.Layer.Name} finds {map.Class.Name} most {Region(peak / map.Layer.Width, peak % map.Layer.Width, map.Layer.Height, map.Layer.Width)}."
            : $"Grad-CAM at {map.Layer.Name} finds nothing that speaks for {map.Class.Name}.";
    }

    /// <summary>Names one of nine regions, with the place counted from the upper left.</summary>
    private static string Region(int row, int column, int height, int width)
    {
        int down = 3 * row / height, across = 3 * column / width;
        string name = (down, across) switch
        {
            (1, 1) => "in the centre",
            (1, _) => across == 0 ? "at the left" : "at the right",
            (_, 1) => down == 0 ? "at the top" : "at the bottom",
            _ => $"at the {(down == 0 ? "upper" : "lower")} {(across == 0 ? "left" : "right")}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{name} (row {row + 1}, column {column + 1} of {height}×{width})");
    }
}
