using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Tests.Layers;
using MlNetDigits.Networks.Tests.Reference;

namespace MlNetDigits.Networks.Tests.Export;

/// <summary>Every layer and every network in ONNX Runtime: each activation, the probabilities and the classes.</summary>
public sealed class NetworkExportTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string, int> Layers => LayerCases.NamesAndSeeds;

    public static TheoryData<string, int> Networks => NetworkCases.NamesAndSeeds;

    public static TheoryData<string> Architectures => NetworkCases.Architectures;

    [Theory]
    [MemberData(nameof(Layers))]
    public void ToOnnx_Layer_AgreesWithOnnxRuntime(string name, int seed) => AssertAgrees(LayerCases.CreateNetwork(name, seed), 3, seed);

    [Theory]
    [MemberData(nameof(Networks))]
    public void ToOnnx_Network_AgreesWithOnnxRuntime(string name, int seed) => AssertAgrees(NetworkCases.CreateRandom(name, seed), 3, seed);

    [Theory]
    [MemberData(nameof(Architectures))]
    public void ToOnnx_ArchitectureOfDigits_AgreesForOneImageAndMany(string name)
    {
        Network network = Architecture.Create(name, new Shape(28, 28, 1), 10, seed: 4);

        AssertAgrees(network, 1, seed: 1);
        AssertAgrees(network, 9, seed: 2);
    }

    [Fact]
    public void ToOnnx_Names_AreThoseOfTheOptions()
    {
        var options = new OnnxExportOptions { InputName = "A", ScoreName = "B", PredictedLabelName = "C", Metadata = new Dictionary<string, string> { ["note"] = "mine" } };

        using var session = new InferenceSession(NetworkCases.Create("lenet5", 1).ToOnnx(options).ToBytes());

        Assert.Equal(["A"], session.InputMetadata.Keys);
        Assert.Equal(["B", "C"], session.OutputMetadata.Keys);
        Assert.Equal([-1, 1, 14, 15], session.InputMetadata["A"].Dimensions);
        Assert.Equal(("lenet5", "mine"), (session.ModelMetadata.CustomMetadataMap["architecture"], session.ModelMetadata.CustomMetadataMap["note"]));
    }

    [Fact]
    public void ToOnnx_Ensemble_GivesTheMeanOfItsMembers()
    {
        Network[] members = [NetworkCases.Create("tiny", 1), NetworkCases.Create("lenet5", 2), NetworkCases.Create("tiny", 3)];
        float[] images = Randoms.Uniform(2 * members[0].InputShape.Size, 1);

        float[][] scores = [.. members.Select(member => Score(member.ToOnnx(), images))];

        float[] expected = [.. Enumerable.Range(0, scores[0].Length).Select(i => scores.Average(score => score[i]))];
        AssertClose("Score", expected, Score(members.ToOnnx(), images));
    }

    [Fact]
    public void ToOnnx_MembersThatDoNotFit_NamesThem()
    {
        Network[] members = [NetworkCases.Create("tiny", 1), Architecture.Create("tiny", new Shape(14, 15, 1), 7)];

        Assert.Contains("A member takes 14×15×1 and knows 7 classes, but the first takes 14×15×1 and knows 4.", Assert.Throws<ArgumentException>(() => members.ToOnnx()).Message);
        Assert.Contains("give at least one", Assert.Throws<ArgumentException>(() => Array.Empty<Network>().ToOnnx()).Message);
    }

    [Fact]
    public void ToOnnx_ClassNames_AreInTheModelOnceForEachClass()
    {
        Network network = NetworkCases.Create("tiny", 1);
        var options = new OnnxExportOptions { ClassNames = ["a", "b", "c"] };

        var error = Assert.Throws<ArgumentException>(() => network.ToOnnx(options));

        Assert.Contains("3 class names do not fit 4 classes: give one for each.", error.Message);
        using var session = new InferenceSession(network.ToOnnx(options with { ClassNames = ["a", "b", "c", "d"] }).ToBytes());
        Assert.Equal(["Score", "PredictedLabel"], session.OutputMetadata.Keys);
    }

    [Fact]
    public void ToOnnx_NamesThatAreEqual_AreRefused() =>
        Assert.Throws<ArgumentException>(() => NetworkCases.Create("tiny", 1).ToOnnx(new OnnxExportOptions { ScoreName = "X", PredictedLabelName = "X" }));

    private static void AssertAgrees(Network network, int count, int seed)
    {
        float[] images = Randoms.Uniform(count * network.InputShape.Size, seed + 70);
        using var engine = new UnplannedNetwork(network, count, training: false, key: 0);
        float[] logits = engine.Forward(images);
        using var session = new InferenceSession(network.ToOnnx(new OnnxExportOptions { IncludeActivations = true }).ToBytes());
        (int height, int width, int channels) = (network.InputShape.Height, network.InputShape.Width, network.InputShape.Channels);
        using var input = OrtValue.CreateTensorValueFromMemory(images, channels == 1 ? [count, 1, height, width] : [count, height, width, channels]);
        using var run = new RunOptions();

        using var outputs = session.Run(run, ["Features"], [input], session.OutputNames);

        Dictionary<string, OrtValue> values = session.OutputNames.Zip(outputs).ToDictionary(pair => pair.First, pair => pair.Second);
        foreach (NetworkNode node in network.Nodes.Where(node => values.ContainsKey(node.Name)))
            AssertClose(node.Name, engine.OutputOf(node), PixelByPixel(values[node.Name], node.Layer.OutputShape));
        AssertPredicts(network, count, logits, values);
        Assert.All(network.Nodes.Where(node => node.Layer is not (Dropout or Flatten)), node => Assert.Contains(node.Name, values.Keys));
    }

    private static float[] Score(OnnxModel model, float[] images)
    {
        using var session = new InferenceSession(model.ToBytes());
        using var input = OrtValue.CreateTensorValueFromMemory(images, [images.Length / (14 * 15), 1, 14, 15]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["Features"], [input], ["Score"]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static void AssertPredicts(Network network, int count, float[] logits, Dictionary<string, OrtValue> values)
    {
        Assert.Equal([count, network.Classes], values["Score"].GetTensorTypeAndShape().Shape);
        double[][] rows = [.. logits.Select(value => (double)value).Chunk(network.Classes)];
        float[] probabilities = [.. rows.SelectMany(row => row.Select(value => (float)(Math.Exp(value - row.Max()) / row.Sum(other => Math.Exp(other - row.Max())))))];
        AssertClose("Score", probabilities, values["Score"].GetTensorDataAsSpan<float>().ToArray());
        long[] labels = values["PredictedLabel"].GetTensorDataAsSpan<long>().ToArray();
        Assert.Equal(count, labels.Length);
        Assert.All(labels.Zip(rows), pair => Assert.Equal(pair.Second.Max(), pair.Second[pair.First], Tolerance * Math.Max(1, Math.Abs(pair.Second.Max()))));
    }

    /// <summary>An activation with its channels innermost, as the engine has it.</summary>
    private static float[] PixelByPixel(OrtValue value, Shape shape)
    {
        float[] values = value.GetTensorDataAsSpan<float>().ToArray();
        if (value.GetTensorTypeAndShape().Shape.Length == 2) return values;
        var ordered = new float[values.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            int channel = i % shape.Channels, pixel = i / shape.Channels % shape.Pixels, image = i / shape.Size;
            ordered[i] = values[(image * shape.Channels + channel) * shape.Pixels + pixel];
        }

        return ordered;
    }

    private static void AssertClose(string name, float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= Tolerance * Math.Max(1, Math.Abs(expected[i])), $"{name}: value {i} is {actual[i]} in ONNX Runtime, {expected[i]} in the engine.");
    }
}
