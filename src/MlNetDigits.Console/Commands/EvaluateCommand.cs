using System.CommandLine;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Mnist;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Commands;

/// <summary><c>evaluate</c>: ML.NET's metrics of a saved model on MNIST.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string?> model = ModelChoice.Option(), data = CommonOptions.Data();
        Option<bool> train = new("--train") { Description = "Evaluate on the training digits instead of the test digits." };
        Option<int?> limit = CommonOptions.Number("--limit", 1, 60_000, "Evaluate on the first n images only.");
        var command = new Command("evaluate", "Evaluate an ONNX or ML.NET model on MNIST.") { model, train, limit, data };
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            MnistData mnist = MnistLoading.Load(terminal, parsed.GetValue(data), cancellation);
            MnistView view = MnistLoading.Limit(parsed.GetValue(train) ? mnist.Train : mnist.Test, parsed.GetValue(limit));
            EvaluationReport report = Waiting.Run(terminal, $"evaluating {Format.Count(view.Count)} images", () => Evaluate(path, view));
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(report, ReportJson.Default.EvaluationReport);
            else
                terminal.Console.Write(EvaluationView.Draw(report, path));
            return ExitCode.Success;
        });
        return command;
    }

    private static EvaluationReport Evaluate(string path, MnistView view)
    {
        var context = new MLContext();
        IDataView labelled = context.Transforms.MapDigitLabel().Fit(view).Transform(view);
        ITransformer model = Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase)
            ? ForScoring(context.Model.Load(path, out _))
            : context.Transforms.ApplyOnnxModel(["Score", "PredictedLabel"], ["Pixels"], path).Fit(labelled);
        using (model as IDisposable)
            return EvaluationReport.From(context.MulticlassClassification.Evaluate(model.Transform(labelled)));
    }

    /// <summary>Leaves out a step that maps labels: it is done already.</summary>
    private static ITransformer ForScoring(ITransformer model) =>
        model is TransformerChain<ITransformer> chain ? chain.GetModelFor(TransformerScope.Scoring) : model;
}
