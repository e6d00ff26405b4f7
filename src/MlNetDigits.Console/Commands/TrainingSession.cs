using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Reports;
using MlNetDigits.Training;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Commands;

/// <summary>One run of <c>train</c>: the pipeline, its evaluation and its files.</summary>
internal sealed class TrainingSession
{
    private const string OnnxName = "digits.onnx";
    private const string ZipName = "digits.zip";
    private const string CheckpointFolder = "checkpoint";

    private readonly TrainSettings _settings;
    private readonly ITrainingDisplay _display;
    private readonly ConvolutionalNetworkOptions _options;
    private readonly MLContext _context;

    public TrainingSession(TrainSettings settings, ITrainingDisplay display, CancellationToken cancellation)
    {
        _settings = settings;
        _display = display;
        ConvolutionalNetworkOptions options = settings.ToOptions();
        string name = settings.Name ?? settings.Preset ?? options.Architecture;
        if (name.Length == 0 || name is "." or ".." || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            throw new Hosting.UserError($"The name '{name}' cannot be a folder's name; give --name letters, digits, '-' and '_'.");
        Folder = Path.Combine(settings.Output, name);
        _context = new MLContext(options.Seed);
        _options = options with
        {
            Context = _context,
            WorkspacePath = Path.Combine(Path.GetFullPath(Folder), CheckpointFolder),
            Resume = settings.Resume,
            ProgressCallback = display.OnProgress,
            MetricsCallback = display.OnEpoch,
            CancellationToken = cancellation,
        };
        _options.Validate();
    }

    /// <summary>Gets the names of the files that a training writes.</summary>
    public static IReadOnlyList<string> FileNames { get; } = [OnnxName, ZipName, MetricsFile.Name, HistoryFile.Name];

    /// <summary>Gets the folder that the files go to.</summary>
    public string Folder { get; }

    /// <summary>Draws one line about what will be trained.</summary>
    public IRenderable Header(int images) => new Markup(
        $"Training [bold]{Markup.Escape(_options.Architecture)}[/] on {Format.Count(images)} images, at most {_options.Epoch} epochs, "
        + $"batch {_options.BatchSize}, seed {_options.Seed}\n");

    /// <summary>Trains, evaluates and saves; gives null when no epoch was finished and nothing was saved.</summary>
    public TrainingReport? Run(MnistData mnist, ArtifactFolder folder)
    {
        MnistView train = MnistLoading.Limit(mnist.Train, _settings.Limit);
        ConvolutionalNetworkTrainer trainer = _context.MulticlassClassification.Trainers.ConvolutionalNetwork(_options);
        TransformerChain<OnnxTransformer> model = Fit(trainer, train);
        TrainingResult result = trainer.Result!;
        if (result.BestEpoch == 0)
            return null;

        MulticlassClassificationMetrics test = _context.MulticlassClassification.Evaluate(model.Transform(mnist.Test));
        TrainingReport report = Report(trainer, result, EvaluationReport.From(test));
        folder.Stage(OnnxName, path => _context.Model.ExportOnnx(model, train.Schema, path, ModelMetadata.Describe(trainer, test)));
        folder.Stage(ZipName, path => _context.Model.Save(model.GetModelFor(TransformerScope.Scoring), train.Schema, path));
        folder.Stage(MetricsFile.Name, path => MetricsFile.Write(path, report));
        folder.Stage(HistoryFile.Name, path => HistoryFile.Write(path, result.History));
        folder.Commit();
        return report;
    }

    private TransformerChain<OnnxTransformer> Fit(ConvolutionalNetworkTrainer trainer, MnistView train)
    {
        try
        {
            return _display.Run(() => DigitPipeline.Create(_context, trainer).Fit(train));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Hosting.UserError($"The checkpoint failed: {error.Message.TrimEnd('.')}. Free the disk of '{Folder}' or choose another --output; the models there are unchanged.", error);
        }
    }

    private TrainingReport Report(ConvolutionalNetworkTrainer trainer, TrainingResult result, EvaluationReport test) => new()
    {
        Architecture = _options.Architecture,
        Parameters = trainer.Network!.ParameterCount,
        Epochs = result.History.Count,
        BestEpoch = result.BestEpoch,
        StoppedBy = result.Canceled ? StopReason.Cancellation : result.StoppedEarly ? StopReason.EarlyStopping : StopReason.Epochs,
        Seed = _options.Seed,
        BatchSize = _options.BatchSize,
        TrainImages = trainer.TrainingImages,
        TrainSeconds = result.TrainSeconds,
        ImagesPerSecond = result.ImagesPerSecond,
        PeakMemoryBytes = PeakMemory(),
        LibraryVersion = typeof(TrainingReport).Assembly.GetName().Version!.ToString(3),
        Validation = trainer.ValidationImages == 0 ? null : new ValidationReport(trainer.ValidationImages, result.Best!.ValidationAccuracy, result.Best.ValidationLoss),
        Test = test,
    };

    private static long PeakMemory()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
