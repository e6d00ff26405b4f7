using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Comparison;

namespace MlNetDigits.Console.Commands;

/// <summary><c>compare</c>: whether one of two models is better than the other.</summary>
internal static class CompareCommand
{
    public const string Name = "compare";
    public const string Description = "Compare two models on the same test images: accuracies, disagreements, and McNemar's test of whether chance explains the difference.";

    public static Command Create(Terminal terminal)
    {
        var one = new Argument<string>("first") { Description = "ONNX or ML.NET model, or a folder with digits.onnx: model A." };
        var other = new Argument<string>("second") { Description = "The model to compare with it: model B." };
        var options = new DatasetOptions();
        Option<int?> limit = CommonOptions.Number("--limit", 1, 10_000_000, "Compare on the first n images only.");
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Compare two trainings on MNIST's test images", "mlnet-digits compare artifacts/standard artifacts/simple"),
            new CommandExample("Compare them on images of your own, as JSON", "mlnet-digits compare a.onnx b.onnx --dataset photos/ --json")) { one, other, limit };
        options.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string firstPath = ModelChoice.Find(terminal, parsed.GetRequiredValue(one)), secondPath = ModelChoice.Find(terminal, parsed.GetRequiredValue(other));
            // Each model sees the pictures in the form of its own images.
            DatasetSettings firstSettings = ModelForm.For(terminal, options.Read(parsed), firstPath), secondSettings = ModelForm.For(terminal, options.Read(parsed), secondPath);
            LabelledImageView first = Load(firstSettings), second = secondSettings == firstSettings ? first : Load(secondSettings);
            ModelComparison comparison = Waiting.Run(
                terminal, $"evaluating {Format.Count(first.Count)} images", () => ModelComparison.Of(ModelScoring.Score(firstPath, first), ModelScoring.Score(secondPath, second)));
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(new ComparisonDocument(firstPath, secondPath, comparison, ComparisonView.Explain(comparison)), ConsoleJson.Default.ComparisonDocument);
            else
                terminal.Console.Write(ComparisonView.Draw(comparison, firstPath, secondPath));
            return ExitCode.Success;

            LabelledImageView Load(DatasetSettings settings) => DatasetLoading.LoadForEvaluation(terminal, settings, isTrain: false, cancellation).Images.Take(parsed.GetValue(limit));
        });
        return command;
    }
}
