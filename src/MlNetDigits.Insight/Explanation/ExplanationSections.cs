using System.Globalization;
using MlNetDigits.Charts;
using MlNetDigits.Images;

namespace MlNetDigits.Explanation;

/// <summary>The parts of an explanation as rows of images under headings.</summary>
internal static class ExplanationSections
{
    private const int Side = 28, Enlargement = 4;
    private const double SmallTile = 56, LargeTile = 112;

    public static ImageSection Of(FeatureMaps maps)
    {
        ExplainedLayer layer = maps.Layer;
        bool isSigned = maps.Values.Any(value => value < 0);
        float limit = maps.Values.Length == 0 ? 0 : maps.Values.Max(Math.Abs);
        return new ImageSection(layer.ToString(), [.. Enumerable.Range(0, layer.Channels).Select(channel =>
        {
            ReadOnlySpan<float> map = maps.Map(channel);
            string tooltip = string.Create(CultureInfo.InvariantCulture, $"{layer.Name}, map {channel + 1}: {Least(map):0.###} to {Greatest(map):0.###}");
            return isSigned
                ? new ImageTile(ColourMap.Diverging(map, layer.Width, layer.Height, limit), tooltip: tooltip)
                : new ImageTile(ColourMap.Gray(map, layer.Width, layer.Height), tooltip: tooltip);
        })], SmallTile);
    }

    public static ImageSection Of(ConvolutionKernels kernels)
    {
        float limit = kernels.Weights.Max(Math.Abs);
        return new ImageSection(kernels.ToString(), [.. from filter in Enumerable.Range(0, kernels.Filters)
            from channel in Enumerable.Range(0, kernels.Channels)
            let weights = kernels.Kernel(filter, channel).ToArray()
            select new ImageTile(ColourMap.Diverging(weights, kernels.Width, kernels.Height, limit),
                tooltip: string.Create(CultureInfo.InvariantCulture, $"kernel {filter + 1}: {weights.Min():0.###} to {weights.Max():0.###}"))], SmallTile);
    }

    public static ImageSection Digit(DigitExplanation explanation) =>
        new("The digit as the network sees it · 28×28", [new ImageTile(Enlarged(explanation), $"{explanation.Top[0].Name} · {Percent(explanation.Top[0].Probability)}")], LargeTile);

    /// <summary>Maps of occlusion, red where covering lowers a class's probability, over the darkened digit.</summary>
    public static ImageSection Occlusion(DigitExplanation explanation) =>
        new($"Occlusion by {explanation.Occlusions[0].PatchSize}×{explanation.Occlusions[0].PatchSize} pixels", [.. explanation.Occlusions.Select(map => new ImageTile(
            Shaded(ColourMap.Diverging(map.Values, Side, Side), explanation.Image.Pixels),
            $"{map.Class.Name} · {Percent(map.Class.Probability)}",
            string.Create(CultureInfo.InvariantCulture, $"{map.Class.Name}: {Percent(map.Class.Probability)}, at least {Percent(map.Lowest)} with a patch covered")))], LargeTile);

    /// <summary>Grad-CAM as heat over the digit.</summary>
    public static ImageSection ClassActivations(DigitExplanation explanation)
    {
        ExplainedLayer layer = explanation.ClassActivations[0].Layer;
        return new ImageSection($"Grad-CAM at {layer}", [.. explanation.ClassActivations.Select(map => new ImageTile(
            ColourMap.Overlay(Enlarged(explanation), map.Values, layer.Width, layer.Height), $"{map.Class.Name} · {Percent(map.Class.Probability)}"))], LargeTile);
    }

    /// <summary>A probability in percent; one that only rounds to 0 or 1 is told by the bound.</summary>
    public static string Percent(double value) => value switch
    {
        > 0 and < 0.00005 => "< 0.01 %",
        < 1 and >= 0.99995 => "> 99.99 %",
        _ => (value * 100).ToString("F2", CultureInfo.InvariantCulture) + " %",
    };

    private static GrayImage Enlarged(DigitExplanation explanation)
    {
        const int side = Side * Enlargement;
        return new GrayImage(side, side, [.. Enumerable.Range(0, side * side).Select(i => (byte)explanation.Image.Pixels[i / side / Enlargement * Side + i % side / Enlargement])]);
    }

    /// <summary>Darkens an image where there is ink.</summary>
    private static RgbImage Shaded(RgbImage image, float[] ink)
    {
        const float strength = 0.55f;
        for (int i = 0; i < image.Pixels.Length; i++) image.Pixels[i] = (byte)(image.Pixels[i] * (1 - strength * ink[i / 3] / 255));
        return image;
    }

    private static float Least(ReadOnlySpan<float> values) => System.Numerics.Tensors.TensorPrimitives.Min(values);

    private static float Greatest(ReadOnlySpan<float> values) => System.Numerics.Tensors.TensorPrimitives.Max(values);
}
