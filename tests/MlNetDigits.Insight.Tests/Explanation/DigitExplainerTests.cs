using MlNetDigits.Explanation;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;

namespace MlNetDigits.Tests.Explanation;

public sealed class DigitExplainerTests
{
    [Theory]
    [InlineData("standard", 4)]
    [InlineData("simple", 2)]
    [InlineData("lenet5", 2)]
    [InlineData("tiny", 3)]
    [InlineData("resnet", 12)] // Seven convolutions of blocks, two of shortcuts, three sums.
    public void GetFeatureMaps_ArchitectureOfSeed3_AreTheEnginesActivations(string architecture, int layers)
    {
        Network network = ExplainedModels.Network(architecture, 3);
        DigitImage digit = ExplainedModels.Digit(0);
        using DigitExplainer explainer = DigitExplainer.FromOnnx(network.ToOnnx(ExplainedModels.Pixels));

        IReadOnlyList<FeatureMaps> maps = explainer.GetFeatureMaps(digit);

        Assert.Equal(layers, maps.Count);
        Assert.Equal(explainer.GetLayers(), maps.Select(map => map.Layer));
        foreach (FeatureMaps layer in maps)
        {
            float[] expected = EngineActivations.Of(network, layer.Layer.Steps[^1], digit.Pixels);
            Assert.Equal(layer.Layer.Channels * layer.Layer.Height * layer.Layer.Width, layer.Values.Length);
            Assert.Equal(expected, layer.Values, (left, right) => Math.Abs(left - right) <= 1e-4 * Math.Max(1, Math.Abs(left)));
        }
    }

    [Fact]
    public void GetLayers_Residual_AreConvolutionsUpToTheirActivationAndSums()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Network("resnet", 1).ToOnnx(ExplainedModels.Pixels));

        string[] layers = [.. explainer.GetLayers().Select(layer => layer.ToString())];

        Assert.Equal("conv2d_1 › batchnorm_1 › relu_1 · 16 maps of 28×28", layers[0]);
        Assert.Equal("conv2d_3 › batchnorm_3 · 16 maps of 28×28", layers[2]);
        Assert.Equal("add_1 › relu_3 · 16 maps of 28×28", layers[3]);
        Assert.Equal("add_3 › relu_7 · 64 maps of 7×7", layers[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Explain_ModelThatRefuses_HasItsDigitScoreAndGradients(int members)
    {
        Network[] networks = [.. Enumerable.Range(1, members).Select(seed => ExplainedModels.Network("tiny", seed))];
        using DigitExplainer plain = DigitExplainer.FromOnnx(networks.ToOnnx(ExplainedModels.Pixels)), refusing = DigitExplainer.FromOnnx(networks.ToOnnx(ExplainedModels.Pixels with { RejectionClass = "none" }));

        DigitExplanation expected = plain.Explain(ExplainedModels.Digit(0)), explanation = refusing.Explain(ExplainedModels.Digit(0), new ExplanationOptions { Top = 9 });

        Assert.Equal(1 - expected.Scores[9], explanation.DigitProbability!.Value, 1e-5f);
        Assert.Equal((9, 9, null), (explanation.Scores.Length, explanation.ClassActivations.Count, expected.DigitProbability));
        Assert.Equal(expected.ClassActivations[0].Values, explanation.ClassActivations.First(map => map.Class.Index == expected.Top[0].Index).Values);
    }

    [Fact]
    public void GetKernels_FirstConvolution_AreItsWeights()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Convolution());

        ConvolutionKernels kernels = explainer.GetKernels();

        Assert.Equal("edges · 2 kernels of 3×3", kernels.ToString());
        Assert.Equal([-1, 0, 1, -1, 0, 1, -1, 0, 1], kernels.Kernel(1).ToArray());
    }

    [Fact]
    public void Explain_SecondMemberOfAnEnsemble_ShowsThatMemberAndScoresTheMean()
    {
        Network[] members = [ExplainedModels.Network("tiny", 1), ExplainedModels.Network("lenet5", 2)];
        DigitImage digit = ExplainedModels.Digit(0);
        using DigitExplainer together = DigitExplainer.FromOnnx(members.ToOnnx(ExplainedModels.Pixels)), first = Alone(members[0]), second = Alone(members[1]);

        DigitExplanation explanation = together.Explain(digit, new ExplanationOptions { Member = 2 });

        DigitExplanation one = first.Explain(digit), other = second.Explain(digit);
        Assert.Equal((2, 2, 2), (together.Members, explanation.Member, explanation.Members));
        Assert.Equal(other.FeatureMaps.Select(maps => maps.Values), explanation.FeatureMaps.Select(maps => maps.Values));
        Assert.Equal(other.Kernels.Weights, explanation.Kernels.Weights);
        Assert.Equal(one.Scores.Zip(other.Scores, (left, right) => (left + right) / 2), explanation.Scores, (left, right) => Math.Abs(left - right) < 1e-6);
        Assert.Contains("member 2 of 2", ExplanationText.Sentences(explanation)[^1]);
    }

    [Fact]
    public void Explain_ManyThreads_GivesEachTheSame()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Network("lenet5", 5).ToOnnx(ExplainedModels.Pixels));
        DigitExplanation[] alone = [.. Enumerable.Range(0, 4).Select(row => explainer.Explain(ExplainedModels.Digit(row)))];
        var found = new DigitExplanation[16];

        Parallel.For(0, found.Length, i => found[i] = explainer.Explain(ExplainedModels.Digit(i % 4)));

        for (int i = 0; i < found.Length; i++)
        {
            Assert.Equal(alone[i % 4].Scores, found[i].Scores);
            Assert.Equal(alone[i % 4].FeatureMaps.Select(maps => maps.Values), found[i].FeatureMaps.Select(maps => maps.Values));
            Assert.Equal(alone[i % 4].ClassActivations.Select(map => map.Values), found[i].ClassActivations.Select(map => map.Values));
        }
    }

    [Fact]
    public void Explain_ModelThatNamesItsClasses_NamesThem()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Convolution());

        DigitExplanation explanation = explainer.Explain(ExplainedModels.Digit(0), new ExplanationOptions { Top = 99 });

        Assert.Equal(["left", "right", "neither"], explainer.Classes);
        Assert.Equal(explanation.Scores.OrderDescending(), explanation.Top.Select(score => score.Probability));
        Assert.Equal(explainer.Classes.Order(), explanation.Top.Select(score => score.Name).Order());
    }

    private static DigitExplainer Alone(Network network) => DigitExplainer.FromOnnx(network.ToOnnx(ExplainedModels.Pixels));
}
