using MlNetDigits.Evaluation;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class SeveralSeedsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("seeds").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Train_ThreeSeedsFrom4_ReportsEachAndKeepsTheBestOnValidation()
    {
        string[] arguments = ["train", "--arch", "lenet5", "--limit", "1000", "--epochs", "2", "--no-report", "-o", _root];

        Invocation run = Invocation.Run([.. arguments, "--seed", "4", "--seeds", "3", "--name", "several"]);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        TrainingReport report = MetricsFile.Read(Path.Combine(_root, "several", "metrics.json"));
        Assert.Equal([4, 5, 6], report.Runs!.Select(each => each.Seed));
        RunReport kept = report.Runs!.OrderByDescending(each => each.Validation!.MicroAccuracy).ThenBy(each => each.Validation!.LogLoss).First();
        Assert.Equal((kept.Seed, kept.Test.MicroAccuracy), (report.Seed, report.Test.MicroAccuracy));
        Assert.Equal(SpreadReport.Of([.. report.Runs!.Select(each => each.Test.MicroAccuracy)]), report.TestMicroAccuracy);
        Assert.Contains("over 3 runs; kept seed", run.Output);
        Assert.Equal(Weights("several"), Alone(arguments, kept.Seed));
    }

    [Fact]
    public void Train_EnsembleWithCard_IsOneFileThatTheCardDescribes()
    {
        Invocation.Run("train", "--arch", "lenet5", "--limit", "500", "--epochs", "1", "--ensemble", "2", "--no-report", "-o", _root, "--name", "pair");

        Invocation run = Invocation.Run("card", Path.Combine(_root, "pair", "digits.onnx"));

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(File.ReadAllText(Path.Combine(_root, "pair", ModelCard.Name)), run.Output);
        Assert.Contains("2 times `lenet5`", run.Output);
        Assert.Contains("mlnet-digits train --arch lenet5 --epochs 1 --ensemble 2 --limit 500", run.Output);
        Assert.Equal(2, NetworkImporter.Load(Path.Combine(_root, "pair", "digits.onnx")).Count);
    }

    private float[] Alone(string[] arguments, int seed)
    {
        Invocation.Run([.. arguments, "--seed", $"{seed}", "--name", "alone"]);
        return Weights("alone");
    }

    private float[] Weights(string name) => NetworkImporter.Load(Path.Combine(_root, name, "digits.onnx"))[0].Parameters.ToArray();
}
