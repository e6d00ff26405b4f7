using Microsoft.ML;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class EnsembleTests : IDisposable
{
    private static readonly ConvolutionalNetworkOptions Three = Sample.Quick with { Ensemble = 3, Seed = 7, Epoch = 2, ValidationSetFraction = 0.2f };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fit_ThreeMembersFromSeed7_HaveSeeds7To9()
    {
        ConvolutionalNetworkTrainer trainer = Fit(Three);

        Network[] alone = [.. new[] { 7, 8, 9 }.Select(seed => Fit(Three with { Ensemble = 1, Seed = seed }).Network!)];

        Assert.Equal(alone.Select(network => network.Parameters.ToArray()), trainer.Networks.Select(network => network.Parameters.ToArray()));
    }

    [Fact]
    public void Fit_ThreeMembers_AreOneModelWithTheirMean()
    {
        var ml = new MLContext(1);
        var trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Three);
        var digits = Sample.Train(100);
        var model = DigitPipeline.Create(ml, trainer).Fit(digits);

        float[][] scores = Sample.Scores(model.Transform(Sample.Test(2)));

        Assert.Equal(Mean(trainer.Networks, Sample.Images(Sample.Test(2))[1].Pixels), scores[1], (expected, actual) => Math.Abs(expected - actual) < 1e-5);
        OnnxModel exported = ml.Model.ToOnnx(model, digits.Schema);
        Assert.Equal(trainer.Networks.Select(network => network.Parameters.ToArray()), exported.ToNetworks().Select(network => network.Parameters.ToArray()));
    }

    [Fact]
    public void Fit_ThreeMembers_TellWhichOneTrains()
    {
        var progress = new List<(int, int)>();
        var epochs = new List<(int, int)>();

        ConvolutionalNetworkTrainer trainer = Fit(Three with { ProgressCallback = step => progress.Add((step.Member, step.Members)), MetricsCallback = epoch => epochs.Add((epoch.Member, epoch.Epoch)) });

        Assert.Equal([(1, 3), (2, 3), (3, 3)], progress.Distinct());
        Assert.Equal([(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2)], epochs);
        Assert.Equal(epochs, trainer.Result!.History.Select(epoch => (epoch.Member, epoch.Epoch)));
    }

    [Fact]
    public void Fit_TwoMembers_ValidateTheirMean()
    {
        ConvolutionalNetworkOptions options = Three with { Ensemble = 2 };

        ConvolutionalNetworkTrainer trainer = Fit(options);

        Assert.Equal(20, trainer.Validation!.Images);
        double[] members = [.. trainer.Result!.History.GroupBy(epoch => epoch.Member).Select(member => member.Last(epoch => epoch.IsBest).ValidationLoss)];
        Assert.InRange(trainer.Validation.LogLoss, 0.01, members.Average()); // The logarithm is concave.
        Assert.InRange(trainer.Validation.MicroAccuracy, 0, 1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void Fit_InterruptedInAnyMember_ResumesToTheSameBytes(int member, int epoch)
    {
        ConvolutionalNetworkOptions options = Three with { WorkspacePath = _folder.File("work") };
        using var stop = new CancellationTokenSource();
        Sample.Bytes(options with { CancellationToken = stop.Token, MetricsCallback = metrics => { if ((metrics.Member, metrics.Epoch) == (member, epoch)) stop.Cancel(); } }, Sample.Train(100));
        var epochs = new List<(int, int)>();

        byte[] resumed = Sample.Bytes(options with { Resume = true, MetricsCallback = metrics => epochs.Add((metrics.Member, metrics.Epoch)) }, Sample.Train(100));

        Assert.Equal(6 - (2 * member) + 2 - epoch, epochs.Count);
        Assert.Equal(Sample.Bytes(Three, Sample.Train(100)), resumed);
    }

    [Fact]
    public void Fit_NotResuming_RemovesEarlierCheckpoints()
    {
        ConvolutionalNetworkOptions options = Three with { WorkspacePath = _folder.File("work") };
        Fit(options);

        Fit(options with { CancellationToken = new CancellationToken(canceled: true) });

        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("work")));
    }

    private static ConvolutionalNetworkTrainer Fit(ConvolutionalNetworkOptions options)
    {
        var ml = new MLContext(1);
        ConvolutionalNetworkTrainer trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options);
        DigitPipeline.Create(ml, trainer).Fit(Sample.Train(100));
        return trainer;
    }

    private static float[] Mean(IReadOnlyList<Network> members, float[] pixels)
    {
        float[] mean = new float[10], one = new float[10], image = [.. pixels.Select(pixel => pixel / 255)];
        foreach (Network member in members)
        {
            using var predictor = new NetworkPredictor(member, 1);
            predictor.Predict(image, one);
            for (int i = 0; i < 10; i++) mean[i] += one[i] / members.Count;
        }

        return mean;
    }
}
