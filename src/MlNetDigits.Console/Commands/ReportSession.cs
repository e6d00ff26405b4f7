using System.CommandLine;
using Microsoft.ML;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Features;
using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Reports;
using MlNetDigits.Reports.Html;

namespace MlNetDigits.Console.Commands;

/// <summary>Makes the HTML report of a model's file, for <c>evaluate</c> and <c>train</c>.</summary>
internal static class ReportSession
{
    /// <summary>Creates the option that asks for a report.</summary>
    public static Option<string?> Option() => new("--report")
    {
        Description = $"Write {HtmlReport.Name} and its pictures into a folder. Default: the model's folder.",
        HelpName = "folder",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Scores and evaluates the model, and reads what stands beside its file.</summary>
    public static HtmlReport Create(string path, IDataView images, ImageDataset? dataset, ModelMapping? mapping = null)
    {
        ITransformer model = EvaluationModel.Load(new MLContext(), path, images, mapping: mapping);
        using (model as IDisposable)
        {
            ScoredImages scored = ScoredImages.Score(model, images, ModelScoring.OptionsFor(path) with { KeepPixels = true });
            ModelDescription description = ModelDescription.Read(path);
            return new HtmlReport
            {
                Title = $"Report on {description.Architecture ?? description.Name}",
                Images = scored,
                Evaluation = ModelEvaluation.Evaluate(scored, calibration: ModelScoring.FindCalibration(path, model, dataset)),
                History = HistoryFile.Beside(path),
                Features = Project(path, scored),
                Model = description,
            };
        }
    }

    /// <summary>Writes the report and says where.</summary>
    public static void Write(Terminal terminal, Func<HtmlReport> create, ArtifactFolder folder, TextWriter lines)
    {
        Waiting.Run(terminal, "writing the report", () =>
        {
            create().Stage(folder);
            folder.Commit();
            return true;
        });
        lines.WriteLine($"Report: {Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(folder.FullPath, HtmlReport.Name))}");
    }

    /// <summary>The map of features; null for a zip and for a model that does not end in a dense layer.</summary>
    private static FeatureProjection? Project(string path, ScoredImages images)
    {
        if (IsZip(path)) return null;
        try
        {
            return PrincipalComponents.Project(PenultimateFeatures.Compute(OnnxModel.Load(path), images));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsZip(string path) => Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase);
}
