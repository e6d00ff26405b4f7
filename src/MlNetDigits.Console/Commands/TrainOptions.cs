using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Recognition;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary>The options of <c>train</c>; what is not given keeps the trainer's default.</summary>
internal sealed class TrainOptions
{
    private static readonly ConvolutionalNetworkOptions Standard = new();

    private readonly Option<string?> _name = new("--name") { Description = "Name of the model: its files go to <output>/<name>/. Default: the preset's or the architecture's.", HelpName = "name" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "Folder of all models.", HelpName = "folder", DefaultValueFactory = _ => "artifacts" };
    private readonly Option<string?> _preset = CommonOptions.Choice("--preset", "Options for a purpose, which other options override: ", ConvolutionalNetworkPresets.Names);
    private readonly Option<string?> _architecture = CommonOptions.Choice("--arch", $"Architecture; default {Standard.Architecture}: ", Architecture.Names);
    private readonly Option<int?> _epochs = CommonOptions.Number("--epochs", 1, 100_000, $"Most passes over the training images. Default: {Standard.Epoch}.");
    private readonly Option<float?> _trainTime = CommonOptions.Number("--train-time", 1f, 10_000_000f, "Seconds that training may take: as many epochs are planned as fit, at most --epochs where given, and the learning rate's course over them; at the limit training stops and keeps the best. At least one epoch is run. Default: no limit.", "seconds");
    private readonly Option<int?> _batchSize = CommonOptions.Number("--batch-size", 1, 60_000, $"Images per step. Default: {Standard.BatchSize}.");
    private readonly Option<int?> _microBatchSize = CommonOptions.Number("--micro-batch-size", 1, 1024, $"Images that a thread takes at once; batch normalization uses their statistics. Default: {Standard.MicroBatchSize}.");
    private readonly Option<float?> _learningRate = CommonOptions.Number("--learning-rate", 1e-8f, 10f, FormattableString.Invariant($"Highest learning rate. Default: {Standard.LearningRate}."));
    private readonly Option<string?> _optimizer = CommonOptions.Choice("--optimizer", $"Optimizer; default {Standard.Optimizer.GetType().Name.ToLowerInvariant()}: ", TrainChoices.Optimizers);
    private readonly Option<float?> _weightDecay = CommonOptions.Number("--weight-decay", 0f, 1f, FormattableString.Invariant($"How weights shrink. Default: the optimizer's, {Standard.Optimizer.WeightDecay} for adamw."));
    private readonly Option<string?> _schedule = CommonOptions.Choice("--schedule", "Course of the learning rate; default one-cycle: ", TrainChoices.Schedules);
    private readonly Option<int?> _seed = CommonOptions.Number("--seed", 0, int.MaxValue, $"Seed of every random number. Default: {Standard.Seed}.");
    private readonly Option<int?> _seeds = new("--seeds", "--repeat")
    {
        Description = "Train with n seeds, report mean and spread of the test accuracy, and keep the model that is best on validation. Default: 1.",
        HelpName = "n",
        CustomParser = CommonOptions.Parser("--seeds", 1, 1000),
    };

    private readonly Option<int?> _ensemble = CommonOptions.Number("--ensemble", 1, 100, $"Networks to train and average in one model. Default: {Standard.Ensemble}.");
    private readonly Option<string?> _teacher = new("--teacher")
    {
        Description = $"Model of this program to learn from beside the labels: an ONNX file, {string.Join(", ", ShippedModels.Names)}, or none. Default: {TeacherChoice.Default}.",
        HelpName = "path",
    };

    private readonly Option<float?> _validation = CommonOptions.Number("--validation-fraction", 0f, 0.9f, FormattableString.Invariant($"Share of the training images kept for validation; 0 for none. Default: {Standard.ValidationSetFraction}."));
    private readonly Option<int?> _patience = CommonOptions.Number("--patience", 0, 100_000, $"Epochs without improvement before training stops; 0 to never stop early. Default: {Standard.EarlyStoppingCriteria?.Patience ?? 0}.");
    private readonly Option<float?> _dropout = CommonOptions.Number("--dropout", 0f, 0.9f, "Share of activations dropped before the last layer. Default: the architecture's.");
    private readonly Option<float?> _smoothing = CommonOptions.Number("--label-smoothing", 0f, 0.5f, FormattableString.Invariant($"Share of the target spread over all classes. Default: {Standard.LabelSmoothing}."));
    private readonly Option<string?> _augment = CommonOptions.Choice("--augment", "Random distortion of training images; mild unless given: ", TrainChoices.Augmentations);
    private readonly Option<float?> _refinement = CommonOptions.Number("--refinement", 0f, 1f, FormattableString.Invariant($"Share of the epochs, the last ones, that see undistorted images. Default: {Standard.RefinementShare}."));
    private readonly Option<float?> _averageDecay = CommonOptions.Number("--average-decay", 0f, 0.99999f, FormattableString.Invariant($"Share of the weights' moving average that lasts to the next step; 0 for no average. Default: {Standard.AverageDecay}."));
    private readonly Option<int?> _threads = CommonOptions.Number("--threads", 1, 1024, "Threads; the result does not depend on it. Default: all processors.");
    private readonly Option<int?> _limit = CommonOptions.Number("--limit", 100, 10_000_000, "Train on the first n images only, for a trial.");
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with the interrupted training of this name." };
    private readonly Option<float?> _search = CommonOptions.Number("--search", 0.01f, 10_000f, "Minutes in which to search first for architecture, learning rate, schedule, augmentation and dropout, as far as not given.");
    private readonly Option<bool> _noReport = new("--no-report") { Description = "Write no report.html and no pictures." };
    private readonly Option<string?> _feedback = FeedbackLoading.Option("Train on these corrected digits too");
    private readonly Option<int?> _drawn = CommonOptions.Number(DrawnChoice.Option, 0, 10_000_000, "Pictures to draw and to train on beside MNIST's digits: digits as people photograph them, and what is no digit, which the model refuses then. Default: 30,000 for the preset robust, else none.");
    private readonly Option<string?> _rejectClass = new("--reject-class") { Description = "Class of the dataset whose images are no digits: the model learns to refuse such images, and at most 0.25 % of the others on validation. Default: none.", HelpName = "name" };
    private readonly Option<string> _device = DeviceOption.Create();
    private readonly Option<string?> _logFile = new("--log-file-path") { Description = "File to append every line to, with the time of each, settings, ML.NET's messages and errors. Default: none.", HelpName = "file" };
    private readonly Option<Verbosity> _verbosity = VerbosityOption.Create();
    private readonly Option<bool> _generate = new("--generate") { Description = "Write a console app and a web app too that consume the model, into <output>/<name>/project; files that are there are kept, but for the model." };
    private readonly Option<string?> _project = LibraryChoice.ProjectOption();
    private readonly Option<string?> _packageSource = LibraryChoice.SourceOption();
    private readonly DatasetOptions _dataset = new();

    /// <summary>Adds all options to a command.</summary>
    public void AddTo(DigitCommand command)
    {
        foreach (Option option in (Option[])[_name, _output, _preset, _architecture, _epochs, _trainTime, _batchSize, _seed, _device, _resume])
            command.Options.Add(option);
        _dataset.AddTo(command, _drawn, _rejectClass, _limit, _feedback);
        command.AddGroup("How to train", _learningRate, _schedule, _optimizer, _weightDecay, _dropout, _smoothing, _augment, _refinement, _averageDecay, _validation, _patience, _microBatchSize, _threads);
        command.AddGroup("Several trainings", _search, _seeds, _ensemble, _teacher);
        command.AddGroup("What to tell and write", _verbosity, _logFile, _noReport, _generate, _project, _packageSource);
    }

    /// <summary>Reads what the command line says about telling and writing.</summary>
    public TrainOutput ReadOutput(ParseResult parsed) => new()
    {
        LogFilePath = parsed.GetValue(_logFile),
        Verbosity = parsed.GetValue(_verbosity),
        IsJson = parsed.GetValue(CommonOptions.Json),
        Project = parsed.GetValue(_generate) ? new LibraryChoice(parsed.GetValue(_project), parsed.GetValue(_packageSource)) : null,
    };

    /// <summary>Reads the options of one command line.</summary>
    public TrainSettings Read(ParseResult parsed) => new()
    {
        Name = parsed.GetValue(_name),
        Output = parsed.GetRequiredValue(_output),
        Preset = parsed.GetValue(_preset),
        Architecture = parsed.GetValue(_architecture),
        Epochs = parsed.GetValue(_epochs),
        TrainTime = parsed.GetValue(_trainTime),
        BatchSize = parsed.GetValue(_batchSize),
        MicroBatchSize = parsed.GetValue(_microBatchSize),
        LearningRate = parsed.GetValue(_learningRate),
        Optimizer = parsed.GetValue(_optimizer),
        WeightDecay = parsed.GetValue(_weightDecay),
        Schedule = parsed.GetValue(_schedule),
        Seed = parsed.GetValue(_seed),
        Seeds = parsed.GetValue(_seeds),
        Ensemble = parsed.GetValue(_ensemble),
        Teacher = parsed.GetValue(_teacher),
        ValidationFraction = parsed.GetValue(_validation),
        Patience = parsed.GetValue(_patience),
        Dropout = parsed.GetValue(_dropout),
        LabelSmoothing = parsed.GetValue(_smoothing),
        Augmentation = parsed.GetValue(_augment),
        RefinementShare = parsed.GetValue(_refinement),
        AverageDecay = parsed.GetValue(_averageDecay),
        Threads = parsed.GetValue(_threads),
        Limit = parsed.GetValue(_limit),
        Resume = parsed.GetValue(_resume),
        Search = parsed.GetValue(_search),
        HasReport = !parsed.GetValue(_noReport),
        Feedback = parsed.GetValue(_feedback),
        RejectClass = parsed.GetValue(_rejectClass),
        Drawn = parsed.GetValue(_drawn),
        Dataset = _dataset.Read(parsed),
    };
}
