using MlNetDigits.Explanation;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;

namespace MlNetDigits.Tests.Explanation;

public sealed class SaliencyTests
{
    [Fact]
    public void Explain_Occlusion_IsTheFallOfTheProbabilityUnderEachPatch()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Convolution());
        DigitImage digit = ExplainedModels.Digit(0);
        var options = new ExplanationOptions { Occlusion = new OcclusionOptions { PatchSize = 3, Stride = 1, Fill = 1 }, Top = 1 };

        OcclusionMap map = explainer.Explain(digit, options).Occlusions[0];

        var falls = new float[28, 28];
        for (int row = 0; row < 28; row++)
            for (int column = 0; column < 28; column++)
                falls[row, column] = map.Class.Probability - Probability(explainer, Covered(digit, row, column), map.Class.Index);
        float mean = 0;
        for (int i = 0; i < 9; i++) mean += falls[9 + i / 3, 13 + i % 3] / 9;
        Assert.Equal(mean, map.Values[10 * 28 + 14], 1e-5);
        Assert.Equal(falls.Cast<float>().Max(), map.Class.Probability - map.Lowest, 1e-5);
        Assert.Equal(map.Class.Probability - map.Lowest, falls[map.Row, map.Column], 1e-5);
    }

    [Fact]
    public void Explain_OcclusionByPaper_ChangesNothingWhereThereIsPaper()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Network("lenet5", 2).ToOnnx(ExplainedModels.Pixels));

        DigitExplanation explanation = explainer.Explain(ExplainedModels.Digit(0));

        Assert.All(explanation.Occlusions, map => Assert.Equal(0, map.Values[0]));
        Assert.Contains(explanation.Occlusions[0].Values, value => value != 0);
        Assert.Empty(explainer.Explain(ExplainedModels.Digit(0), new ExplanationOptions { Occlusion = null }).Occlusions);
    }

    [Fact]
    public void Explain_OcclusionOfDarkInk_CoversWithWhitePaper()
    {
        OnnxModel model = ExplainedModels.Convolution();
        (model.Metadata["normalize"], model.Metadata["polarity"]) = ("resize", "darkink");
        using DigitExplainer explainer = DigitExplainer.FromOnnx(model);
        var digit = new DigitImage { Pixels = [.. ExplainedModels.Digit(0).Pixels.Select(pixel => 255 - pixel)] };

        DigitExplanation explanation = explainer.Explain(digit);

        Assert.All(explanation.Occlusions, map => Assert.Equal(0, map.Values[0]));
        Assert.Contains(explanation.Occlusions[0].Values, value => value != 0);
        Assert.NotEqual(0, explainer.Explain(digit, new ExplanationOptions { Occlusion = new OcclusionOptions { Fill = 0 } }).Occlusions[0].Values[0]);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Explain_GradCamBeforeAGlobalAverage_WeighsByTheDenseWeights(int seed)
    {
        Network network = ExplainedModels.Network("resnet", seed);
        using DigitExplainer explainer = DigitExplainer.FromOnnx(network.ToOnnx(ExplainedModels.Pixels));

        DigitExplanation explanation = explainer.Explain(ExplainedModels.Digit(1));

        float[] dense = network.ParametersOf(network.Nodes[^1]).ToArray();
        foreach (ClassActivationMap map in explanation.ClassActivations)
        {
            Assert.Equal("add_3", map.Layer.Name);
            float[] expected = [.. Enumerable.Range(0, map.Layer.Channels).Select(channel => dense[channel * 10 + map.Class.Index] / (map.Layer.Height * map.Layer.Width))];
            Assert.Equal(expected, map.Weights, (left, right) => Math.Abs(left - right) < 1e-6);
            float[] maps = explanation.FeatureMaps.Single(maps => maps.Layer == map.Layer).Values;
            float first = expected.Select((weight, channel) => weight * maps[channel * map.Values.Length]).Sum();
            Assert.Equal(Math.Max(0, first), map.Values[0], 1e-5);
        }
    }

    [Theory]
    [InlineData("standard", "conv2d_3")] // The last has maps of 2×2, which show no place.
    [InlineData("fast", "conv2d_2")]
    [InlineData("best", "conv2d_4")]
    [InlineData("simple", "conv2d_2")]
    public void Explain_GradCamLayer_IsTheLastThatShowsPlacesUnlessNamed(string architecture, string layer)
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Network(architecture, 1).ToOnnx(ExplainedModels.Pixels));

        DigitExplanation explanation = explainer.Explain(ExplainedModels.Digit(0)), named = explainer.Explain(ExplainedModels.Digit(0), new ExplanationOptions { ActivationLayer = "conv2d_1" });

        Assert.Equal(layer, explanation.ClassActivations[0].Layer.Name);
        Assert.Equal("conv2d_1", named.ClassActivations[0].Layer.Name);
        Assert.Contains(named.ClassActivations, map => map.Values.Any(value => value > 0));
    }

    [Fact]
    public void Explain_OperatorWithoutGradient_LeavesGradCamOutAndSaysWhy()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Convolution("Erf"));

        DigitExplanation explanation = explainer.Explain(ExplainedModels.Digit(0));

        Assert.Empty(explanation.ClassActivations);
        Assert.Contains("Erf", explanation.ClassActivationObstacle);
        Assert.Equal("edges · 2 maps of 26×26", Assert.Single(explanation.FeatureMaps).Layer.ToString());
        Assert.Contains("There is no Grad-CAM: The gradient of the operator Erf", ExplanationText.Sentences(explanation)[^1]);
    }

    private static float Probability(DigitExplainer explainer, DigitImage image, int index) =>
        explainer.Explain(image, new ExplanationOptions { Occlusion = null }).Scores[index];

    private static DigitImage Covered(DigitImage digit, int row, int column)
    {
        float[] pixels = [.. digit.Pixels];
        for (int y = Math.Max(0, row - 1); y <= Math.Min(27, row + 1); y++)
            for (int x = Math.Max(0, column - 1); x <= Math.Min(27, column + 1); x++)
                pixels[y * 28 + x] = 1;
        return new DigitImage { Pixels = pixels };
    }
}
