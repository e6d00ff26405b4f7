using MlNetDigits.Networks.Calibration;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Calibration;

/// <summary>Random networks, whose scores lie close together, moved to what a share of refused images asks for.</summary>
public sealed class RejectionCalibrationTests
{
    private const int Others = NetworkCases.Classes - 1, Count = 200;

    [Theory]
    [InlineData(1, 30f, 0.0)]
    [InlineData(1, 30f, 0.05)]
    [InlineData(3, 30f, 0.05)]
    [InlineData(1, -30f, 0.05)]
    [InlineData(3, -30f, 0.05)]
    public void Apply_BiasOfRejection_RefusesNoMoreOfTheOthersThanAllowed(int members, float bias, double most)
    {
        Network[] networks = Networks(members, bias);
        ImageSet images = Images(Others + 1);

        RejectionCalibration calibration = RejectionCalibration.Apply(networks, images, most)!;

        bool[] refused = [.. DigitScores(networks, images).Select(score => score < 0.5)];
        int[] labels = [.. Enumerable.Range(0, Count).Select(images.Label)];
        int wrong = refused.Where((isRefused, i) => isRefused && labels[i] < Others).Count(), allowed = (int)(most * labels.Count(label => label < Others));
        // Its images are alike, so that not all of the last class can be refused: the share is used up.
        Assert.Equal(allowed, wrong);
        Assert.Equal(bias > 0, calibration.Shift < 0);
    }

    [Fact]
    public void Apply_AllOfTheLastClassAreRefused_StaysWhereItIs()
    {
        Network[] networks = Networks(1, bias: -2);
        ImageSet images = Images(Others);

        RejectionCalibration calibration = RejectionCalibration.Apply(networks, images, 0.5)!;

        Assert.Equal(0, calibration.Shift);
    }

    [Fact]
    public void Apply_Temperature_LeavesClassesAndLowersLogLoss()
    {
        Network network = Networks(1, 0)[0];
        foreach (ref float parameter in network.ParametersOf(network.Nodes[^1])) parameter *= 5;
        float[] before = Scores(network, Images(i => 0));
        ImageSet images = Images(i => i % 4 == 0 ? i % Others : Best(before[(i * Others)..((i + 1) * Others)]));

        RejectionCalibration calibration = RejectionCalibration.Apply([network], images, 0)!;

        float[] after = Scores(network, images);
        Assert.NotInRange(calibration.Temperature, 0.9, 1.1);
        Assert.Equal(before.Chunk(Others).Select(Best), after.Chunk(Others).Select(Best));
        Assert.True(LogLoss(after, images) < LogLoss(before, images));
    }

    [Fact]
    public void Apply_Twice_ChangesNoMore()
    {
        Network[] networks = Networks(2, bias: 3);
        ImageSet images = Images(Others + 1);
        _ = RejectionCalibration.Apply(networks, images, 0.02, threads: 1);

        RejectionCalibration again = RejectionCalibration.Apply(networks, images, 0.02, threads: 2)!;

        Assert.Equal(1, again.Temperature, 1e-3);
        Assert.Equal(0, again.Shift, 2e-3);
    }

    [Theory]
    [InlineData("logits of an average")]
    [InlineData("relu first and last")]
    public void Apply_LastLayerIsNotDense_ChangesNothing(string name)
    {
        Network network = NetworkCases.CreateRandom(name, 1);
        float[] before = [.. network.State];
        Shape shape = network.InputShape;

        RejectionCalibration? calibration = RejectionCalibration.Apply([network], ImageSet.FromBytes(shape, new byte[shape.Size], [0]), 0);

        Assert.Null(calibration);
        Assert.Equal(before, network.State);
    }

    private static Network[] Networks(int count, float bias) => [.. Enumerable.Range(1, count).Select(seed =>
    {
        Network network = NetworkCases.Create("tiny", seed);
        network.ParametersOf(network.Nodes[^1])[^1] = bias;
        return network;
    })];

    private static ImageSet Images(int classes) => Images(i => i % classes);

    private static ImageSet Images(Func<int, int> label)
    {
        var shape = new Shape(14, 15, 1);
        byte[] pixels = [.. Randoms.Uniform(Count * shape.Size, 7).Select(value => (byte)(int)(Math.Abs(value) * 255))];
        return ImageSet.FromBytes(shape, pixels, [.. Enumerable.Range(0, Count).Select(label)]);
    }

    private static float[] Scores(Network network, ImageSet images) => Predict(network, images).Scores;

    private static float[] DigitScores(Network[] networks, ImageSet images)
    {
        float[][] members = [.. networks.Select(network => Predict(network, images).DigitScores)];
        return [.. Enumerable.Range(0, Count).Select(i => members.Average(member => member[i]))];
    }

    private static (float[] Scores, float[] DigitScores) Predict(Network network, ImageSet images)
    {
        float[] pixels = new float[Count * images.Shape.Size], scores = new float[Count * Others], digitScores = new float[Count];
        for (int i = 0; i < Count; i++) images.CopyTo(i, pixels.AsSpan(i * images.Shape.Size));
        using var predictor = new NetworkPredictor(network, 1);
        predictor.Predict(pixels, scores, digitScores);
        return (scores, digitScores);
    }

    private static int Best(float[] row) => Array.IndexOf(row, row.Max());

    private static double LogLoss(float[] scores, ImageSet images) =>
        scores.Chunk(Others).Select((row, i) => images.Label(i) < Others ? -Math.Log(row[images.Label(i)]) : 0).Sum();
}
