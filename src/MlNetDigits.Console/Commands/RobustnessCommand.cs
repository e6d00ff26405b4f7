using System.CommandLine;
using Microsoft.ML;
using MlNetDigits.Artifacts;
using MlNetDigits.Charts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
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
    public const string Name = "robustness";
    public const string Description = "Measure accuracy on turned, shifted, noisy, blurred, fogged and otherwise damaged images, as the benchmark MNIST-C does.";

    public static Command Create(Terminal terminal)
    {
        Option<string?> model = ModelChoice.Option();
        var options = new DatasetOptions();
        Option<int?> limit = CommonOptions.Number("--limit", 2, 10_000_000, "Damage the first n test images only.");
        Option<int?> seed = CommonOptions.Number("--seed", 0, int.MaxValue, $"Seed of every damage. Default: {new RobustnessOptions().Seed}.");
        Option<string?> output = new("--output", "-o") { Description = $"Folder to write {RobustnessFile.CsvName} and its curves, {RobustnessFile.SvgName} and {RobustnessFile.PngName}, to. Default: none are written.", HelpName = "folder" };
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Damage MNIST's test images and draw curves", "mlnet-digits robustness --output robustness/"),
            new CommandExample("Try 1,000 images on one model", "mlnet-digits robustness --model artifacts/tiny --limit 1000")) { model, limit, seed, output };
        options.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            using ArtifactFolder? folder = parsed.GetValue(output) is { } name ? ArtifactFolder.Open(name) : null;
            DatasetSettings settings = ModelForm.For(terminal, options.Read(parsed), path);
            LabelledImageView view = DatasetLoading.LoadForEvaluation(terminal, settings, isTrain: false, cancellation).Images.Take(parsed.GetValue(limit));
            var robustness = new RobustnessOptions { Seed = parsed.GetValue(seed) ?? new RobustnessOptions().Seed, CancellationToken = cancellation };
            RobustnessReport report = Waiting.Run(terminal, $"evaluating {robustness.Corruptions.Count} kinds of damage", () => Measure(path, view, robustness));
            if (folder is not null)
            {
                SvgPicture picture = RobustnessFile.ToPicture(report);
                folder.Stage(RobustnessFile.CsvName, temporary => File.WriteAllText(temporary, RobustnessFile.ToCsv(report)));
                folder.Stage(RobustnessFile.SvgName, temporary => File.WriteAllText(temporary, picture.ToSvg()));
                folder.Stage(RobustnessFile.PngName, temporary => File.WriteAllBytes(temporary, picture.ToPng()));
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
            return RobustnessTest.Run(model, ScoredImages.Score(model, view, ModelScoring.OptionsFor(path) with { KeepPixels = true }), options);
    }
}
