using System.CommandLine;
using System.Globalization;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Training;
using MlNetDigits.Reports;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary><c>train-lines</c>: trains the network that <c>read</c> reads lines with.</summary>
internal static class TrainLinesCommand
{
    public const string Name = "train-lines";
    public const string Description = "Train a network that reads lines of digits without cutting them, on drawn lines and MNIST.";

    /// <summary>File of the network.</summary>
    public const string OnnxName = "lines.onnx";

    private const string CheckpointName = "checkpoint.bin";

    public static Command Create(Terminal terminal)
    {
        var defaults = new LineNetworkOptions();
        Option<int?> pictures = CommonOptions.Number("--pictures", 100, 10_000_000, string.Create(CultureInfo.InvariantCulture, $"Pictures to draw and to train on. Default: {defaults.Pictures}."));
        Option<int?> epochs = CommonOptions.Number("--epochs", 1, 10_000, $"Passes over the drawn lines. Default: {defaults.Epoch}.");
        Option<int?> seed = CommonOptions.Number("--seed", 0, int.MaxValue, $"Seed of drawing, weights and order; equal seeds give equal bits. Default: {defaults.Seed}.");
        Option<string> output = new("--output", "-o") { Description = $"Folder to write {OnnxName}, {HistoryFile.Name} and {ModelCard.Name} to.", HelpName = "folder", DefaultValueFactory = _ => "artifacts/lines" };
        Option<bool> resume = new("--resume") { Description = "Go on from the last finished epoch of an interrupted training with the same options." };
        Option<Verbosity> verbosity = VerbosityOption.Create();
        Option<string?> data = CommonOptions.Data();
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Train the network as it is shipped, an hour", "mlnet-digits train-lines"),
            new CommandExample("Train a small one in minutes, and read with it", "mlnet-digits train-lines --pictures 4000 --epochs 8 --output artifacts/small")) { pictures, epochs, seed, output, resume, verbosity, data };
        command.Details = ["Ctrl+C ends training and keeps the best epoch so far; the same command with --resume goes on from the last epoch to the same bits. 'read --lines <folder>' and 'evaluate-lines --lines <folder>' use the network."];
        command.Runs(terminal, (parsed, cancellation) =>
        {
            bool isJson = parsed.GetValue(CommonOptions.Json);
            string target = parsed.GetRequiredValue(output);
            using ArtifactFolder folder = ArtifactFolder.Open(target);
            ITrainingDisplay display = TrainingDisplay.Create(terminal, parsed.GetValue(verbosity), isJson);
            LineNetworkOptions options = defaults with
            {
                Pictures = parsed.GetValue(pictures) ?? defaults.Pictures,
                Epoch = parsed.GetValue(epochs) ?? defaults.Epoch,
                Seed = parsed.GetValue(seed) ?? defaults.Seed,
                CheckpointPath = Path.Combine(folder.FullPath, CheckpointName),
                Resume = parsed.GetValue(resume),
                MetricsCallback = display.OnEpoch,
                ProgressCallback = display.OnProgress,
                CancellationToken = cancellation,
            };
            MnistData mnist = DatasetLoading.Load(terminal, new DatasetSettings { Data = parsed.GetValue(data) }, cancellation).Mnist!;
            (Network network, TrainingResult result) = display.Run(() => LineNetworkTrainer.Train(mnist, options));
            if (result.Best is not { } best)
            {
                terminal.WriteError($"interrupted before the first epoch ended; '{folder.FullPath}' is unchanged.");
                return ExitCode.Interrupted;
            }

            Save(folder, network, result, options);
            if (isJson)
                terminal.WriteJson(result, ReportJson.Default.TrainingResult);
            else
                terminal.Output.WriteLine($"Saved {OnnxName}, {HistoryFile.Name} and {ModelCard.Name} in {target}: {Format.Percent(best.ValidationAccuracy)} of the lines for validation are wholly right.");
            return result.Canceled ? ExitCode.Interrupted : ExitCode.Success;
        });
        return command;
    }

    private static void Save(ArtifactFolder folder, Network network, TrainingResult result, LineNetworkOptions options)
    {
        var facts = new Dictionary<string, string>(LineNetworkMetadata.Describe(options, result))
        {
            [LineNetworkMetadata.Command] = string.Create(CultureInfo.InvariantCulture, $"mlnet-digits {Name} --pictures {options.Pictures} --epochs {options.Epoch} --seed {options.Seed}"),
        };
        string onnx = string.Empty;
        folder.Stage(OnnxName, path => network.ToSequenceOnnx(new OnnxExportOptions { Metadata = facts }).Save(onnx = path));
        folder.Stage(HistoryFile.Name, path => HistoryFile.Write(path, result.History));
        folder.Stage(ModelCard.Name, path => File.WriteAllText(path, ModelCard.Create(onnx)));
        folder.Commit();
    }
}
