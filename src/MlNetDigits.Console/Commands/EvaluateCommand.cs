using System.CommandLine;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Pipelines;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Commands;

/// <summary><c>evaluate</c>: ML.NET's metrics of a saved model on MNIST or another dataset.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string?> model = ModelChoice.Option();
        Option<bool> train = new("--train") { Description = "Evaluate on the training images instead of the test images." };
        Option<int?> limit = CommonOptions.Number("--limit", 1, 10_000_000, "Evaluate on the first n images only.");
        Option<string?> report = ReportSession.Option();
        var options = new DatasetOptions();
        var command = new Command("evaluate", "Evaluate an ONNX or ML.NET model on MNIST or another dataset.") { model, train, limit, report };
        options.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            DatasetSettings settings = options.Read(parsed);
            if (!settings.IsMnist)
                settings = settings with { Normalization = ModelNormalization.Find(settings.Normalization, path).ToString() };
            LabelledImageView view = DatasetLoading.LoadForEvaluation(terminal, settings, parsed.GetValue(train), cancellation).Take(parsed.GetValue(limit));
            using ArtifactFolder? folder = parsed.GetResult(report) is null ? null : ArtifactFolder.Open(parsed.GetValue(report) ?? Path.GetDirectoryName(Path.GetFullPath(path))!);
            EvaluationReport evaluation = Waiting.Run(terminal, $"evaluating {Format.Count(view.Count)} images", () => Evaluate(path, view));
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(evaluation, ReportJson.Default.EvaluationReport);
            else
                terminal.Console.Write(EvaluationView.Draw(evaluation, path));
            if (folder is not null)
                ReportSession.Write(terminal, () => ReportSession.Create(path, view), folder, parsed.GetValue(CommonOptions.Json) ? terminal.Error : terminal.Output);
            return ExitCode.Success;
        });
        return command;
    }

    private static EvaluationReport Evaluate(string path, LabelledImageView view)
    {
        var context = new MLContext();
        ITransformer model = Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase)
            ? ForScoring(context.Model.Load(path, out _))
            : context.Transforms.ApplyOnnxModel(["Score", "PredictedLabel"], ["Pixels"], path).Fit(view);
        using (model as IDisposable)
        {
            IReadOnlyList<string> classes = ModelClasses.Of(model.GetOutputSchema(view.Schema));
            view.RequireKnown(classes, "The model");
            IDataView labelled = context.Transforms.MapClassLabel(classes).Fit(view).Transform(view);
            return EvaluationReport.From(context.MulticlassClassification.Evaluate(model.Transform(labelled)), classes);
        }
    }

    /// <summary>Leaves out a step that maps labels: it is done already.</summary>
    private static ITransformer ForScoring(ITransformer model) =>
        model is TransformerChain<ITransformer> chain ? chain.GetModelFor(TransformerScope.Scoring) : model;
}
