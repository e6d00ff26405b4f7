using System.Globalization;
using MlNetDigits.Networks.Training;
using MlNetDigits.Synthesis.Readings;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary>What a command line says about a training; null where it says nothing.</summary>
internal sealed record TrainSettings
{
    public string? Name { get; init; }

    public required string Output { get; init; }

    public string? Preset { get; init; }

    public string? Architecture { get; init; }

    public int? Epochs { get; init; }

    /// <summary>Gets the seconds that training may take.</summary>
    public float? TrainTime { get; init; }

    public int? BatchSize { get; init; }

    public int? MicroBatchSize { get; init; }

    public float? LearningRate { get; init; }

    public string? Optimizer { get; init; }

    public float? WeightDecay { get; init; }

    public string? Schedule { get; init; }

    public int? Seed { get; init; }

    /// <summary>Gets how many seeds to train with, one after another.</summary>
    public int? Seeds { get; init; }

    public int? Ensemble { get; init; }

    /// <summary>Gets a model's path, the name of a shipped one, or <c>none</c>.</summary>
    public string? Teacher { get; init; }

    public float? ValidationFraction { get; init; }

    public int? Patience { get; init; }

    public float? Dropout { get; init; }

    public float? LabelSmoothing { get; init; }

    public string? Augmentation { get; init; }

    public float? RefinementShare { get; init; }

    public float? AverageDecay { get; init; }

    public int? Threads { get; init; }

    public int? Limit { get; init; }

    public bool Resume { get; init; }

    /// <summary>Gets the minutes in which to search for options first.</summary>
    public float? Search { get; init; }

    /// <summary>Gets whether a page shows what came of it.</summary>
    public bool HasReport { get; init; } = true;

    /// <summary>Gets the file of corrected digits to train on too.</summary>
    public string? Feedback { get; init; }

    /// <summary>Gets the name of the class whose images are to be refused.</summary>
    public string? RejectClass { get; init; }

    /// <summary>Gets how many pictures to draw and to train on too; 0 draws none.</summary>
    public int? Drawn { get; init; }

    public DatasetSettings Dataset { get; init; } = new();

    /// <summary>Makes the trainer's options: its defaults or a preset, changed where the command line says so.</summary>
    public ConvolutionalNetworkOptions ToOptions()
    {
        ConvolutionalNetworkOptions standard = Preset is null ? new() : ConvolutionalNetworkPresets.Get(Preset);
        Networks.Optimizers.Optimizer optimizer = Optimizer is null ? standard.Optimizer : TrainChoices.Optimizer(Optimizer);
        float? validation = ValidationFraction ?? standard.ValidationSetFraction;
        bool hasValidation = validation > 0;
        return standard with
        {
            Architecture = Architecture ?? standard.Architecture,
            Epoch = Epochs ?? standard.Epoch,
            BatchSize = BatchSize ?? standard.BatchSize,
            MicroBatchSize = MicroBatchSize ?? standard.MicroBatchSize,
            LearningRate = LearningRate ?? standard.LearningRate,
            Optimizer = WeightDecay is { } decay ? optimizer with { WeightDecay = decay } : optimizer,
            LearningRateSchedule = Schedule is null ? standard.LearningRateSchedule : TrainChoices.Schedule(Schedule),
            Seed = Seed ?? standard.Seed,
            Ensemble = Ensemble ?? standard.Ensemble,
            ValidationSetFraction = hasValidation ? validation : null,
            EarlyStoppingCriteria = hasValidation ? Stopping(standard.EarlyStoppingCriteria) : null,
            Dropout = Dropout ?? standard.Dropout,
            LabelSmoothing = LabelSmoothing ?? standard.LabelSmoothing,
            Augmentation = Augmentation is null ? standard.Augmentation : TrainChoices.Augmentation(Augmentation),
            RefinementShare = RefinementShare ?? standard.RefinementShare,
            AverageDecay = AverageDecay ?? standard.AverageDecay,
            Threads = Threads ?? standard.Threads,
            RejectionClass = RejectClass ?? (Drawn > 0 ? DrawnDatasetExtensions.NoneName : null),
        };
    }

    /// <summary>Writes the command line that leads to the same model: all but places, names and threads, in a fixed order.</summary>
    public string ToCommand()
    {
        (string Option, IConvertible? Value)[] all =
        [
            ("preset", Preset), ("arch", Architecture), ("epochs", Epochs), ("batch-size", BatchSize), ("micro-batch-size", MicroBatchSize),
            ("learning-rate", LearningRate), ("optimizer", Optimizer), ("weight-decay", WeightDecay), ("schedule", Schedule),
            ("seed", Seed), ("seeds", Seeds), ("ensemble", Ensemble), ("teacher", Teacher), ("validation-fraction", ValidationFraction),
            ("patience", Patience), ("dropout", Dropout), ("label-smoothing", LabelSmoothing), ("augment", Augmentation), ("refinement", RefinementShare), ("average-decay", AverageDecay),
            ("limit", Limit), ("feedback", Feedback), .. Dataset.ToArguments(), ("reject-class", RejectClass), ("drawn", Drawn),
        ];
        return string.Join(' ', ["mlnet-digits train", .. all.Where(pair => pair.Value is not null).Select(pair => $"--{pair.Option} {Quote(pair.Value!)}")]);
    }

    private static string Quote(IConvertible value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains(' ') ? $"\"{text}\"" : text;
    }

    private EarlyStopping? Stopping(EarlyStopping? standard) => Patience switch
    {
        null => standard,
        0 => null,
        { } patience => (standard ?? new EarlyStopping()) with { Patience = patience },
    };
}
