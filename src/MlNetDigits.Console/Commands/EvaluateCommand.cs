using System.CommandLine;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation;
using MlNetDigits.Reports;
using MlNetDigits.Reports.Html;

namespace MlNetDigits.Console.Commands;

/// <summary><c>evaluate</c>: ML.NET's metrics of a saved model on MNIST or another dataset.</summary>
internal static class EvaluateCommand
{
    public const string Name = "evaluate";
    public const string Description = "Evaluate an ONNX or ML.NET model on MNIST or another dataset: ML.NET's metrics, 95 % intervals, top-k, figures of each class, calibration.";

    public static Command Create(Terminal terminal)
    {
        Option<string?> model = ModelChoice.Option();
        Option<bool> train = new("--train") { Description = "Evaluate on the training images instead of the test images." };
        Option<int?> limit = CommonOptions.Number("--limit", 1, 10_000_000, "Evaluate on the first n images only.");
        Option<string?> report = ReportSession.Option();
        Option<string?> feedback = FeedbackLoading.Option("Evaluate on these corrected digits instead");
        var options = new DatasetOptions();
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Evaluate the model trained last on MNIST's test images", "mlnet-digits evaluate"),
            new CommandExample("Evaluate on images of your own and write report.html", "mlnet-digits evaluate --model artifacts/photos --dataset photos/ --report report/"),
            new CommandExample("Read one figure from a script", "mlnet-digits evaluate --json | jq .microAccuracy")) { model, train, limit, report, feedback };
        options.AddTo(command);
        var mapping = new MappingOptions();
        mapping.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            DatasetSettings settings = ModelForm.For(terminal, options.Read(parsed), path);
            (LabelledImageView all, ImageDataset? dataset) = parsed.GetValue(feedback) is { } corrected
                ? (FeedbackLoading.Read(corrected), null)
                : DatasetLoading.LoadForEvaluation(terminal, settings, parsed.GetValue(train), cancellation);
            LabelledImageView view = all.Take(parsed.GetValue(limit));
            using ArtifactFolder? folder = parsed.GetResult(report) is null ? null : ArtifactFolder.Open(parsed.GetValue(report) ?? Path.GetDirectoryName(Path.GetFullPath(path))!);
            HtmlReport? page = null;
            EvaluationReport evaluation = Waiting.Run(terminal, $"evaluating {Format.Count(view.Count)} images", () =>
                folder is null ? ModelScoring.Evaluate(path, view, dataset, mapping.Read(parsed)) : (page = ReportSession.Create(path, view, dataset, mapping.Read(parsed))).Evaluation);
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(evaluation, ReportJson.Default.EvaluationReport);
            else
                terminal.Console.Write(EvaluationView.Draw(evaluation, path));
            if (folder is not null && page is not null)
                ReportSession.Write(terminal, () => page, folder, parsed.GetValue(CommonOptions.Json) ? terminal.Error : terminal.Output);
            return ExitCode.Success;
        });
        return command;
    }
}
