using System.CommandLine;
using Microsoft.ML;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation.CrossValidation;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary><c>cross-validate</c>: how well a training does on average over k folds.</summary>
internal static class CrossValidateCommand
{
    public const string Name = "cross-validate";
    public const string Description = "Train on all images but a share, evaluate on that share, and do so for each share in turn.";

    private const int DefaultFolds = 5;

    public static Command Create(Terminal terminal)
    {
        Option<int?> folds = CommonOptions.Number("--folds", 2, 100, $"Trainings, each tested on another share of the images. Default: {DefaultFolds}.");
        Option<string?> preset = CommonOptions.Choice("--preset", "Options for a purpose, which other options override: ", ConvolutionalNetworkPresets.Names);
        Option<string?> architecture = CommonOptions.Choice("--arch", "Architecture; default as for train: ", Architecture.Names);
        Option<int?> epochs = CommonOptions.Number("--epochs", 1, 100_000, "Most passes over the training images. Default: as for train.");
        Option<int?> seed = CommonOptions.Number("--seed", 0, int.MaxValue, "Seed of the split into folds and of each training. Default: 1.");
        Option<int?> limit = CommonOptions.Number("--limit", 100, 10_000_000, "Use the first n images only.");
        Option<int?> threads = CommonOptions.Number("--threads", 1, 1024, "Threads; the result does not depend on it. Default: all processors.");
        var dataset = new DatasetOptions();
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Five trainings of the default network", "mlnet-digits cross-validate"),
            new CommandExample("A quick look at a small network", "mlnet-digits cross-validate --arch tiny --epochs 2 --folds 3 --limit 3000")) { folds, preset, architecture, epochs, seed, limit, threads };
        dataset.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            var settings = new TrainSettings
            {
                Output = string.Empty,
                Preset = parsed.GetValue(preset),
                Architecture = parsed.GetValue(architecture),
                Epochs = parsed.GetValue(epochs),
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads),
            };
            int count = parsed.GetValue(folds) ?? DefaultFolds;
            ConvolutionalNetworkOptions options = settings.ToOptions() with { CancellationToken = cancellation };
            ImageDataset images = DatasetLoading.Load(terminal, dataset.Read(parsed), cancellation);
            LabelledImageView view = images.Train.Take(parsed.GetValue(limit));
            RareClasses.RequireTrainable(view, null, parsed.GetValue(limit));
            CrossValidationReport report = Waiting.Run(terminal, $"evaluating {count} folds of {Format.Count(view.Count)} images", () => Run(view, images.Validation, options with { Augmentation = options.Augmentation.OnPaperOf(images) }, count));
            cancellation.ThrowIfCancellationRequested();
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(report, ConsoleJson.Default.CrossValidationReport);
            else
                terminal.Console.Write(CrossValidationView.Draw(report));
            return ExitCode.Success;
        });
        return command;
    }

    private static CrossValidationReport Run(LabelledImageView view, LabelledImageView? validation, ConvolutionalNetworkOptions options, int folds)
    {
        var ml = new MLContext(options.Seed);
        var chain = DigitPipeline.Create(ml, ml.MulticlassClassification.Trainers.ConvolutionalNetwork((options with { Context = ml }).With(ml, validation)));
        try
        {
            return CrossValidator.Run(ml, view, chain, folds, options.Seed);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw RareClasses.TooFewFor(folds, view, error);
        }
    }
}
