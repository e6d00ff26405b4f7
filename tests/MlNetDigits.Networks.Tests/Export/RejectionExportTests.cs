using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Tests.Export;

/// <summary>Networks whose last class stands for images of none of the others, in ONNX Runtime, read back, and in the engine.</summary>
public sealed class RejectionExportTests
{
    private const int Images = 5, Others = NetworkCases.Classes - 1;

    private static readonly OnnxExportOptions Options = new() { ClassNames = ["a", "b", "c", "none"], RejectionClass = "none" };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ToOnnx_RejectionClass_GivesTheOthersAndTheDigitScoreAsTheEngine(int members)
    {
        Network[] networks = [.. Enumerable.Range(1, members).Select(seed => NetworkCases.CreateRandom("tiny", seed))];
        float[] images = Randoms.Uniform(Images * networks[0].InputShape.Size, 9);

        (float[] scores, float[] digitScores, long[] labels) = Run(networks.ToOnnx(Options), images);

        (float[] Scores, float[] DigitScores)[] engine = [.. networks.Select(network => Predict(network, images))];
        AssertClose([.. scores.Select((_, i) => engine.Average(one => one.Scores[i]))], scores);
        AssertClose([.. digitScores.Select((_, i) => engine.Average(one => one.DigitScores[i]))], digitScores);
        Assert.Equal(scores.Chunk(Others).Select(row => (long)Array.IndexOf(row, row.Max())), labels);
    }

    [Fact]
    public void Predict_DigitScores_AreThoseOfTheDefinition()
    {
        Network network = NetworkCases.CreateRandom("lenet5", 3);
        float[] images = Randoms.Uniform(Images * network.InputShape.Size, 9), all = new float[Images * NetworkCases.Classes];
        using var predictor = new NetworkPredictor(network, 2);
        predictor.Predict(images, all);

        (float[] scores, float[] digitScores) = Predict(network, images);

        float[][] rows = [.. all.Chunk(NetworkCases.Classes)];
        AssertClose([.. rows.Select(row => 1 - row[Others])], digitScores);
        AssertClose([.. rows.SelectMany(row => row[..Others].Select(probability => probability / row[..Others].Sum()))], scores);
    }

    [Fact]
    public void PredictLogits_Images_GivesWhatSoftmaxTakes()
    {
        Network network = NetworkCases.CreateRandom("tiny", 4);
        float[] images = Randoms.Uniform(Images * network.InputShape.Size, 9), logits = new float[Images * NetworkCases.Classes], probabilities = new float[logits.Length];
        using var predictor = new NetworkPredictor(network, 1);

        predictor.PredictLogits(images, logits);

        predictor.Predict(images, probabilities);
        AssertClose([.. logits.Chunk(NetworkCases.Classes).SelectMany(row => row.Select(logit => MathF.Exp(logit) / row.Sum(MathF.Exp)))], probabilities);
    }

    [Fact]
    public void ToNetworks_RejectionClass_HasAllClassesAndTheSameBits()
    {
        Network network = NetworkCases.CreateRandom("tiny", 5);

        OnnxModel model = OnnxModel.Parse(network.ToOnnx(Options).ToBytes());

        Network read = Assert.Single(model.ToNetworks());
        Assert.Equal((NetworkCases.Classes, "none"), (read.Classes, model.Metadata[NetworkExporter.RejectionKey]));
        Assert.Equal(network.State, read.State);
        Assert.Equal(["a", "b", "c"], model.Graph.SlotNamesOf("Score"));
    }

    [Theory]
    [InlineData("c", "The last class is 'none', but the one for rejection is 'c': name it last.")]
    [InlineData("other", "The last class is 'none', but the one for rejection is 'other': name it last.")]
    public void ToOnnx_RejectionClassIsNotTheLast_IsRefused(string rejection, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => NetworkCases.Create("tiny", 1).ToOnnx(Options with { RejectionClass = rejection }));

        Assert.StartsWith(message, error.Message);
    }

    private static (float[] Scores, float[] DigitScores) Predict(Network network, float[] images)
    {
        using var predictor = new NetworkPredictor(network, 1);
        float[] scores = new float[Images * Others], digitScores = new float[Images];
        predictor.Predict(images, scores, digitScores);
        return (scores, digitScores);
    }

    private static (float[] Scores, float[] DigitScores, long[] Labels) Run(OnnxModel model, float[] images)
    {
        using var session = new InferenceSession(model.ToBytes());
        using var input = OrtValue.CreateTensorValueFromMemory(images, [Images, 1, 14, 15]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["Features"], [input], ["Score", "DigitScore", "PredictedLabel"]);
        Assert.Equal([Images, 1], outputs[1].GetTensorTypeAndShape().Shape);
        return (outputs[0].GetTensorDataAsSpan<float>().ToArray(), outputs[1].GetTensorDataAsSpan<float>().ToArray(), outputs[2].GetTensorDataAsSpan<long>().ToArray());
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
