using MlNetDigits.Charts;

namespace MlNetDigits.Explanation;

/// <summary>Draws feature maps, kernels and whole explanations as contact sheets.</summary>
public static class ExplanationSheet
{
    private const double Width = 720;

    /// <summary>Draws the maps of layers, each map from its least value, black, to its greatest, white; blue to red where values may be negative.</summary>
    /// <param name="maps">The layers, at least one.</param>
    /// <param name="title">Text above the sheet.</param>
    /// <returns>The picture, as SVG or PNG.</returns>
    public static SvgPicture Draw(IReadOnlyList<FeatureMaps> maps, string title = "Feature maps")
    {
        ArgumentNullException.ThrowIfNull(maps);
        return Draw(title, maps.Select(ExplanationSections.Of));
    }

    /// <summary>Draws kernels, red where ink raises the result and blue where it lowers it.</summary>
    /// <param name="kernels">The kernels.</param>
    /// <param name="title">Text above the sheet.</param>
    /// <returns>The picture, as SVG or PNG.</returns>
    public static SvgPicture Draw(ConvolutionKernels kernels, string title = "Kernels")
    {
        ArgumentNullException.ThrowIfNull(kernels);
        return Draw(title, [ExplanationSections.Of(kernels)]);
    }

    /// <summary>Draws all of an explanation: digit, occlusion, Grad-CAM, kernels and feature maps.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="title">Text above the sheet; default tells the answer.</param>
    /// <returns>The picture, as SVG or PNG.</returns>
    public static SvgPicture Draw(DigitExplanation explanation, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return Draw(title ?? ExplanationText.Answer(explanation), Sections(explanation).Select(part => part.Section));
    }

    /// <summary>All parts of an explanation with a note on how to read each.</summary>
    internal static IEnumerable<(ImageSection Section, string Note)> Sections(DigitExplanation explanation)
    {
        yield return (ExplanationSections.Digit(explanation), ExplanationText.DigitNote);
        if (explanation.Occlusions.Count > 0) yield return (ExplanationSections.Occlusion(explanation), ExplanationText.OcclusionNote);
        if (explanation.ClassActivations.Count > 0) yield return (ExplanationSections.ClassActivations(explanation), ExplanationText.ClassActivationNote);
        yield return (ExplanationSections.Of(explanation.Kernels), ExplanationText.KernelNote);
        foreach (FeatureMaps maps in explanation.FeatureMaps)
            yield return (ExplanationSections.Of(maps), maps == explanation.FeatureMaps[0] ? ExplanationText.FeatureMapNote : "");
    }

    private static SvgPicture Draw(string title, IEnumerable<ImageSection> sections) =>
        new ImageGrid { Title = title, Width = Width, Sections = [.. sections] }.Draw();
}
