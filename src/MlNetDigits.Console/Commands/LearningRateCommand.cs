using System.CommandLine;
using System.Globalization;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Training;
using MlNetDigits.Reports;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary><c>lr-find</c>: finds a learning rate by a range test on training images.</summary>
internal static class LearningRateCommand
{
    public const string Name = "lr-find";
    public const string Description = "Find a learning rate: train a few steps at a growing rate and watch the loss.";

    private static readonly ConvolutionalNetworkOptions Standard = new();

    public static Command Create(Terminal terminal)
    {
        Option<string?> architecture = CommonOptions.Choice("--arch", $"Architecture; default {Standard.Architecture}: ", Architecture.Names);
        Option<string> output = new("--output", "-o") { Description = "Folder of all models; the files go to <output>/<architecture>/.", HelpName = "folder", DefaultValueFactory = _ => "artifacts" };
        Option<int?> steps = CommonOptions.Number("--steps", 10, 100_000, "Most steps of the test. Default: 200.");
        Option<int?> batchSize = CommonOptions.Number("--batch-size", 1, 60_000, $"Images per step. Default: {Standard.BatchSize}.");
        Option<int?> seed = CommonOptions.Number("--seed", 0, int.MaxValue, $"Seed of every random number. Default: {Standard.Seed}.");
        Option<int?> threads = CommonOptions.Number("--threads", 1, 1024, "Threads; the result does not depend on it. Default: all processors.");
        var dataset = new DatasetOptions();
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Test the default network", "mlnet-digits lr-find"),
            new CommandExample("Test another on a dataset of your own", "mlnet-digits lr-find --arch simple --dataset photos/")) { architecture, output, steps, batchSize, seed, threads };
        dataset.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string name = parsed.GetValue(architecture) ?? Standard.Architecture;
            using ArtifactFolder folder = ArtifactFolder.Open(Path.Combine(parsed.GetRequiredValue(output), name));
            var options = new TrainingOptions
            {
                BatchSize = parsed.GetValue(batchSize) ?? Standard.BatchSize,
                Optimizer = Standard.Optimizer,
                Augmentation = Standard.Augmentation,
                Seed = parsed.GetValue(seed) ?? Standard.Seed,
                Threads = parsed.GetValue(threads) ?? 0,
            };
            ImageDataset images = DatasetLoading.Load(terminal, dataset.Read(parsed), cancellation);
            LearningRateTest test = Waiting.Run(terminal, "testing learning rates", () => Test(images, name, options with { Augmentation = options.Augmentation.OnPaperOf(images) }, parsed.GetValue(steps) ?? 200, cancellation));
            cancellation.ThrowIfCancellationRequested();
            folder.Stage(LearningRateFile.CsvName, path => LearningRateFile.WriteCsv(path, test));
            folder.Stage(LearningRateFile.SvgName, path => LearningRateFile.WriteSvg(path, test, $"Learning rate range test of {name}"));
            folder.Commit();
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(new LearningRateDocument(name, options.BatchSize, options.Seed, test.Suggestion, test.Points, folder.FullPath), ConsoleJson.Default.LearningRateDocument);
            else
                Show(terminal, name, test, folder.FullPath);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Tests on what a training would train on, without its validation images.</summary>
    private static LearningRateTest Test(ImageDataset dataset, string architecture, TrainingOptions options, int steps, CancellationToken cancellation)
    {
        ImageSet images = ValidationChoice.Split(dataset.Train, dataset.Validation, Standard).Train;
        Network network = Architecture.Create(architecture, images.Shape, dataset.ClassNames.Count, options.Seed);
        return LearningRateFinder.Run(network, images, options, steps: steps, cancellationToken: cancellation);
    }

    private static void Show(Terminal terminal, string architecture, LearningRateTest test, string folder)
    {
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"suggested learning rate for {architecture}: {test.Suggestion:G2} ({test.Points.Count} steps)"));
        terminal.Output.WriteLine($"Saved {LearningRateFile.CsvName}, {LearningRateFile.SvgName}");
        terminal.Output.WriteLine($"in {Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)}");
    }
}
