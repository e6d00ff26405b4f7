using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Tests.Export;

/// <summary>Networks that read sequences, in ONNX Runtime and read back.</summary>
public sealed class SequenceExportTests
{
    private const int Images = 3, Classes = 11, Frames = 10;

    private static readonly Shape _shape = new(28, 40, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ToSequenceOnnx_AnyWeights_GivesTheSoftmaxOfTheEnginesLogits(int seed)
    {
        Network network = Random(seed);
        float[] pixels = Randoms.Uniform(Images * _shape.Size, seed + 5, 0, 255), logits = new float[Images * Frames * Classes];
        using var predictor = new NetworkPredictor(network, 1);
        predictor.PredictLogits(Array.ConvertAll(pixels, pixel => pixel / 255), logits);

        float[] scores = Run(network.ToSequenceOnnx(), pixels);

        float[] expected = [.. logits.Chunk(Classes).SelectMany(row => row.Select(logit => MathF.Exp(logit) / row.Sum(MathF.Exp)))];
        Assert.Equal(expected.Length, scores.Length);
        Assert.All(scores.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void ToSequenceNetwork_ExportedModel_HasTheSameWeights()
    {
        Network network = Random(3);

        Network read = network.ToSequenceOnnx().ToSequenceNetwork();

        Assert.Equal(network.State, read.State);
        Assert.Equal(network.Summary(), read.Summary());
    }

    [Fact]
    public void ToSequenceNetwork_OtherModels_ThrowsWithTheReason()
    {
        OnnxModel classes = Architecture.Create("tiny", new Shape(28, 28, 1), 10).ToOnnx(), unnamed = Random(4).ToSequenceOnnx();
        unnamed.Metadata.Remove("architecture");

        Assert.Contains("do not name the architecture 'line'", Assert.Throws<InvalidDataException>(() => classes.ToSequenceNetwork()).Message);
        Assert.Contains("do not name the architecture 'line'", Assert.Throws<InvalidDataException>(() => unnamed.ToSequenceNetwork()).Message);
    }

    [Fact]
    public void ToSequenceOnnx_NetworkOfClasses_Throws() =>
        Assert.Contains("must give 1 row of frames", Assert.Throws<ArgumentException>(() => Architecture.Create("tiny", new Shape(28, 28, 1), 10).ToSequenceOnnx()).Message);

    [Theory]
    [InlineData(27, 40)]
    [InlineData(28, 42)]
    public void CreateLine_OtherSizes_Throws(int height, int width) =>
        Assert.Contains("must be 28 high and a multiple of 4 wide", Assert.Throws<ArgumentException>(() => Architecture.CreateLine(new Shape(height, width, 1), 10)).Message);

    private static Network Random(int seed)
    {
        Network network = Architecture.CreateLine(_shape, Classes - 1, seed);
        foreach (NetworkNode node in network.Nodes.Where(node => node.Layer is BatchNorm))
            Randoms.Uniform(network.StatisticsOf(node).Length, seed + node.Index, 0.5f, 1.5f).CopyTo(network.StatisticsOf(node));
        return network;
    }

    private static float[] Run(OnnxModel model, float[] pixels)
    {
        using var session = new InferenceSession(model.ToBytes());
        using var input = OrtValue.CreateTensorValueFromMemory(pixels, [Images, 1, _shape.Height, _shape.Width]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["Features"], [input], ["Score"]);
        Assert.Equal([Images, Frames, Classes], outputs[0].GetTensorTypeAndShape().Shape);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
