using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Reports;
using MlNetDigits.Training;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Commands;

/// <summary>One call of <c>train</c>: its runs, the choice among them and the files.</summary>
internal sealed class TrainingSession
{
    private const string OnnxName = "digits.onnx";
    private const string ZipName = "digits.zip";
    private const string CheckpointFolder = "checkpoint";

    private readonly TrainSettings _settings;
    private readonly Func<ITrainingDisplay> _createDisplay;
    private readonly TrainDeadline _deadline;
    private readonly Hosting.Journal _journal;
    private readonly CancellationToken _cancellation;
    private readonly ConvolutionalNetworkOptions _options;
    private readonly MLContext _context;

    public TrainingSession(TrainSettings settings, Func<ITrainingDisplay> createDisplay, TrainDeadline deadline, Hosting.Journal journal, CancellationToken cancellation)
    {
        _settings = TeacherChoice.Resolve(settings);
        _createDisplay = createDisplay;
        _deadline = deadline;
        _journal = journal;
        _cancellation = cancellation;
        ConvolutionalNetworkOptions options = settings.ToOptions();
        Name = settings.Name ?? settings.Preset ?? options.Architecture;
        if (Name.Length == 0 || Name is "." or ".." || Name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            throw new Hosting.UserError($"The name '{Name}' cannot be a folder's name; give --name letters, digits, '-' and '_'.");
        if (Runs > 1 && options.ValidationSetFraction is null)
            throw new Hosting.UserError("--seeds needs validation images to choose among the runs; give --validation-fraction a share above 0.");
        if (settings.TrainTime is not null && settings.Resume)
            throw new Hosting.UserError("--train-time plans a training anew, and --resume goes on with a planned one; give --resume with the --epochs that the interrupted training printed.");
        Folder = Path.Combine(settings.Output, Name);
        _context = new MLContext(options.Seed);
        _options = options with { Context = _context, Resume = settings.Resume, CancellationToken = deadline.Token, Distillation = TeacherChoice.Load(_settings.Teacher) };
        OptionsOf(0, null).Validate();
        _context.Log += (_, message) => journal.Detail(message.Message);
    }

    /// <summary>Gets the names of the files that a training writes.</summary>
    public static IReadOnlyList<string> FileNames { get; } = [OnnxName, ZipName, MetricsFile.Name, HistoryFile.Name, ModelCard.Name];

    /// <summary>Gets the model's name.</summary>
    public string Name { get; }

    /// <summary>Gets the most epochs of each network.</summary>
    public int Epochs => _options.Epoch;

    /// <summary>Gets the folder that the files go to.</summary>
    public string Folder { get; }

    /// <summary>Gets the place of the trained model.</summary>
    public string ModelPath => Path.Combine(Folder, OnnxName);

    /// <summary>Gets the number of trainings, each with a seed of its own.</summary>
    public int Runs => _settings.Seeds ?? 1;

    /// <summary>Draws a few words about what will be trained.</summary>
    public IRenderable Header(ImageDataset dataset)
    {
        int images = dataset.Train.Take(_settings.Limit).Count;
        string name = _settings.Dataset.IsMnist ? string.Empty : $" of {Markup.Escape(dataset.Name)}";
        string teacher = _options.Distillation is null ? string.Empty : $", taught by {Markup.Escape(_settings.Teacher!)}";
        string members = _options.Ensemble == 1 ? string.Empty : $"an ensemble of {_options.Ensemble} times ";
        string seeds = Runs == 1 ? $"seed {_options.Seed}" : $"{Runs} seeds from {_options.Seed}";
        string refused = _options.RejectionClass is { } rejection ? $", refusing '{Markup.Escape(rejection)}'" : string.Empty;
        return new Markup(
            $"Training {members}[bold]{Markup.Escape(_options.Architecture)}[/] on {Format.Count(images)} images{name}, at most {_options.Epoch} {(_options.Epoch == 1 ? "epoch" : "epochs")}, "
            + $"batch {_options.BatchSize}, {seeds}{teacher}{refused}\n");
    }

    /// <summary>Tells which classes are too small, or refuses images that cannot be trained on.</summary>
    public IEnumerable<string> Warnings(ImageDataset dataset)
    {
        LabelledImageView train = dataset.Train.Take(_settings.Limit);
        float? fraction = dataset.Validation is null ? _options.ValidationSetFraction : null;
        RareClasses.RequireTrainable(train, fraction, _settings.Limit);
        TeacherChoice.RequireClasses(_settings.Teacher, dataset.ClassNames);
        return RareClasses.Warnings(dataset with { Train = train }, fraction, _settings.Limit);
    }

    /// <summary>Plans how many epochs fit into the time.</summary>
    public TrainTimePlan Plan(ImageDataset dataset) =>
        TrainTimePlan.Make(_options, dataset.Train.Take(_settings.Limit), dataset.Validation, Runs * _options.Ensemble, _settings.Epochs, _deadline);

    /// <summary>Tells those who want details what is trained, with what and on what machine.</summary>
    public void Describe(ImageDataset dataset)
    {
        _journal.Detail($"mlnet-digits {Generation.LibraryReference.Version}, .NET {Environment.Version}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors, vectors of {Vector<byte>.Count * 8} bits");
        _journal.Detail($"command: {_settings.ToCommand()}");
        _journal.Detail($"recipe: {TrainingRecipe.ToJson(OptionsOf(0, null, dataset))}");
        _journal.Detail($"dataset: {dataset.Name}, {Format.Count(dataset.Train.Take(_settings.Limit).Count)} images to train on, {Format.Count(dataset.Test.Count)} to test with ({dataset.TestOrigin}), {dataset.ClassNames.Count} classes");
        _journal.Detail($"output: {Path.GetFullPath(Folder)}");
    }

    /// <summary>Trains, evaluates and saves; gives null when no epoch was finished and nothing was saved.</summary>
    /// <param name="dataset">The images.</param>
    /// <param name="folder">Receives the files.</param>
    /// <param name="announce">Told of each of several runs.</param>
    public TrainingReport? Run(ImageDataset dataset, ArtifactFolder folder, Action<string> announce)
    {
        dataset = dataset with { Train = dataset.Train.Take(_settings.Limit) };
        var runs = new List<RunReport>();
        TrainingRun? kept = null;
        try
        {
            for (int index = 0; index < Runs && !_deadline.Token.IsCancellationRequested; index++)
            {
                ITrainingDisplay display = _createDisplay();
                ConvolutionalNetworkOptions options = OptionsOf(index, display, dataset);
                if (Runs > 1)
                    announce($"run {index + 1}/{Runs}, seed {options.Seed}");
                TrainingRun? run = TrainingRun.Train(_context, options, dataset, display);
                if (run is null || (run.Result.Canceled && kept is not null))
                {
                    run?.Dispose();
                    break;
                }

                runs.Add(run.ToReport());
                if (Runs > 1)
                    announce($"run {index + 1}/{Runs}, seed {options.Seed}: validation accuracy {Format.Percent(run.Trainer.Validation?.MicroAccuracy ?? double.NaN)}, test accuracy {Format.Percent(run.Test.MicroAccuracy)}");
                if (kept is null || run.IsBetterThan(kept))
                {
                    kept?.Dispose();
                    kept = run;
                }
                else
                {
                    run.Dispose();
                }
            }

            return kept is null ? null : _createDisplay().Then("writing the files", () => Save(kept, runs, dataset, folder));
        }
        finally
        {
            kept?.Dispose();
        }
    }

    /// <summary>Options of a run, with what the images decide.</summary>
    private ConvolutionalNetworkOptions OptionsOf(int run, ITrainingDisplay? display, ImageDataset dataset)
    {
        ConvolutionalNetworkOptions options = OptionsOf(run, display).With(_context, dataset.Validation);
        return options with { Augmentation = options.Augmentation.OnPaperOf(dataset) };
    }

    private ConvolutionalNetworkOptions OptionsOf(int run, ITrainingDisplay? display)
    {
        int seed = unchecked(_options.Seed + (run * _options.Ensemble));
        string folder = Path.Combine(Path.GetFullPath(Folder), CheckpointFolder);
        return _options with
        {
            Seed = seed,
            WorkspacePath = Runs == 1 ? folder : Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"seed-{seed}")),
            ProgressCallback = display is null ? null : display.OnProgress,
            MetricsCallback = display is null ? null : display.OnEpoch,
        };
    }

    private TrainingReport Save(TrainingRun run, List<RunReport> runs, ImageDataset dataset, ArtifactFolder folder)
    {
        TrainingReport report = Report(run, runs, dataset);
        DataViewSchema schema = dataset.Train.Schema;
        string onnx = string.Empty;
        folder.Stage(OnnxName, path => _context.Model.ExportOnnx(run.Model, schema, onnx = path, Metadata(run, runs, dataset)));
        folder.Stage(ZipName, path => _context.Model.Save(run.Model, schema, path));
        folder.Stage(MetricsFile.Name, path => MetricsFile.Write(path, report));
        folder.Stage(HistoryFile.Name, path => HistoryFile.Write(path, run.Result.History));
        folder.Stage(ModelCard.Name, path => File.WriteAllText(path, ModelCard.Create(onnx, report)));
        folder.Commit();
        return report;
    }

    private Dictionary<string, string> Metadata(TrainingRun run, List<RunReport> runs, ImageDataset dataset)
    {
        var facts = new Dictionary<string, string>(ModelMetadata.Describe(run.Trainer, run.Test)) { [ModelMetadata.Command] = _settings.ToCommand() };
        if (runs.Count > 1)
        {
            facts[ModelMetadata.RunSeeds] = string.Join(',', runs.Select(each => each.Seed.ToString(CultureInfo.InvariantCulture)));
            facts[ModelMetadata.RunAccuracies] = string.Join(',', runs.Select(each => each.Test.MicroAccuracy.ToString(CultureInfo.InvariantCulture)));
        }

        if (run.Refused?.DigitShare is { } digits)
            facts[ModelMetadata.TestRefusedDigits] = digits.ToString(CultureInfo.InvariantCulture);
        if (run.Refused?.OtherShare is { } others)
            facts[ModelMetadata.TestRefusedOthers] = others.ToString(CultureInfo.InvariantCulture);
        if (!_settings.Dataset.IsMnist)
        {
            facts[ModelMetadata.Dataset] = $"{dataset.Name} ({dataset.Kind})";
            facts[ModelMetadata.TestOrigin] = dataset.TestOrigin;
            facts[ModelMetadata.Classes] = (dataset.ClassNames.Count - (_options.RejectionClass is null ? 0 : 1)).ToString(CultureInfo.InvariantCulture);
        }

        return facts;
    }

    private TrainingReport Report(TrainingRun run, List<RunReport> runs, ImageDataset dataset) => new()
    {
        Architecture = _options.Architecture,
        Command = _settings.ToCommand(),
        Ensemble = run.Trainer.Networks.Count,
        Parameters = run.Trainer.Networks.Sum(network => (long)network.ParameterCount),
        Epochs = run.Result.History.Count,
        BestEpoch = run.Result.BestEpoch,
        StoppedBy = WhyStopped(run.Result, runs.Count),
        Seed = run.Trainer.Options.Seed,
        BatchSize = _options.BatchSize,
        TrainImages = run.Trainer.TrainingImages,
        TrainSeconds = run.Result.TrainSeconds,
        ImagesPerSecond = run.Result.ImagesPerSecond,
        PeakMemoryBytes = PeakMemory(),
        LibraryVersion = typeof(TrainingReport).Assembly.GetName().Version!.ToString(3),
        Validation = run.Trainer.Validation,
        Test = run.ToTest(dataset.ClassNames),
        Runs = runs.Count > 1 ? runs : null,
        TestMicroAccuracy = runs.Count > 1 ? SpreadReport.Of([.. runs.Select(each => each.Test.MicroAccuracy)]) : null,
    };

    private StopReason WhyStopped(TrainingResult result, int runs)
    {
        if (_cancellation.IsCancellationRequested)
            return StopReason.Cancellation;
        if (result.Canceled || runs < Runs)
            return StopReason.TrainTime;
        return result.StoppedEarly ? StopReason.EarlyStopping : StopReason.Epochs;
    }

    private static long PeakMemory()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
