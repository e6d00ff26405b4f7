using System.CommandLine;
using Microsoft.ML;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Robustness;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Commands;

/// <summary><c>robustness</c>: accuracy of a model on damaged images.</summary>
internal static class RobustnessCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string?> model = ModelChoice.Option();
        var options = new DatasetOptions();
        Option<int?> limit = CommonOptions.Number("--limit", 2, 10_000_000, "Damage the first n test images only.");
        Option<int?> seed = CommonOptions.Number("--seed", 0, int.MaxValue, $"Seed of every damage. Default: {new RobustnessOptions().Seed}.");
        Option<string?> csv = new("--csv") { Description = "File to write the accuracies to as well, as CSV.", HelpName = "file" };
        var command = new Command("robustness", "Measure accuracy on turned, shifted, noisy, blurred, fogged and otherwise damaged images, as the benchmark MNIST-C does.") { model, limit, seed, csv };
        options.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            using ArtifactFolder? folder = parsed.GetValue(csv) is { } file ? ArtifactFolder.Open(Path.GetDirectoryName(Path.GetFullPath(file)) ?? file) : null;
            DatasetSettings settings = options.Read(parsed);
            if (!settings.IsMnist)
                settings = settings with { Normalization = ModelNormalization.Find(settings.Normalization, path).ToString() };
            LabelledImageView view = DatasetLoading.LoadForEvaluation(terminal, settings, isTrain: false, cancellation).Take(parsed.GetValue(limit));
            var robustness = new RobustnessOptions { Seed = parsed.GetValue(seed) ?? new RobustnessOptions().Seed, CancellationToken = cancellation };
            RobustnessReport report = Waiting.Run(terminal, $"evaluating {robustness.Corruptions.Count} kinds of damage", () => Measure(path, view, robustness));
            if (folder is not null)
            {
                folder.Stage(Path.GetFileName(parsed.GetValue(csv)!), temporary => File.WriteAllText(temporary, RobustnessFile.ToCsv(report)));
                folder.Commit();
            }

            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(report, ConsoleJson.Default.RobustnessReport);
            else
                terminal.Console.Write(RobustnessView.Draw(report, path));
            return ExitCode.Success;
        });
        return command;
    }

    private static RobustnessReport Measure(string path, LabelledImageView view, RobustnessOptions options)
    {
        ITransformer model = EvaluationModel.Load(new MLContext(), path, view);
        using (model as IDisposable)
            return RobustnessTest.Run(model, ScoredImages.Score(model, view, new ScoringOptions { KeepPixels = true }), options);
    }
}
