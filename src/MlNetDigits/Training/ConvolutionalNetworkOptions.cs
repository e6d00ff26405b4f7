using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;
using MlNetDigits.Scoring;

namespace MlNetDigits.Training;

/// <summary>Options of the convolutional network trainer, in the vocabulary of ML.NET's image classification trainer.</summary>
public sealed record ConvolutionalNetworkOptions
{
    private const int MostMembers = 100;

    /// <summary>Name of the network's architecture.</summary>
    /// <value>Default <c>standard</c>; any of <see cref="Networks.Architectures.Architecture.Names"/>.</value>
    public string Architecture { get; init; } = Networks.Architectures.Architecture.Names[0];

    /// <summary>Most passes over the training images.</summary>
    /// <value>Default 12; at least 1.</value>
    public int Epoch { get; init; } = 12;

    /// <summary>Images for each step.</summary>
    /// <value>Default 128; at least 1.</value>
    public int BatchSize { get; init; } = 128;

    /// <summary>Images that one thread takes at a time, and whose statistics batch normalization uses.</summary>
    /// <value>Default 16; at least 1. Results depend on it, but not on the number of threads.</value>
    public int MicroBatchSize { get; init; } = 16;

    /// <summary>Learning rate that the schedule's factor multiplies.</summary>
    /// <value>Default 0.004; above 0.</value>
    public float LearningRate { get; init; } = 0.004f;

    /// <summary>How weights follow their gradient.</summary>
    /// <value>Default <see cref="AdamW"/> with weight decay 0.01.</value>
    public Optimizer Optimizer { get; init; } = new AdamW();

    /// <summary>How the learning rate changes from step to step.</summary>
    /// <value>Default <see cref="OneCycleSchedule"/>.</value>
    public LearningRateSchedule LearningRateSchedule { get; init; } = new OneCycleSchedule();

    /// <summary>When to stop because validation no longer improves.</summary>
    /// <value>Default after 5 epochs without a lower loss, which is less a matter of chance than accuracy; null never stops early.</value>
    public EarlyStopping? EarlyStoppingCriteria { get; init; } = new() { Metric = EarlyStoppingMetric.Loss };

    /// <summary>Called after each epoch with its metrics, on the training thread.</summary>
    /// <value>Default null: not called.</value>
    public Action<EpochMetrics>? MetricsCallback { get; init; }

    /// <summary>Called up to ten times a second with the progress, on the training thread.</summary>
    /// <value>Default null: not called.</value>
    public Action<TrainingProgress>? ProgressCallback { get; init; }

    /// <summary>Rows that choose the best epoch, with the same columns as the training data.</summary>
    /// <value>Default null: a share of the training data.</value>
    public IDataView? ValidationSet { get; init; }

    /// <summary>Share of each class's training rows that is held out to choose the best epoch, when there is no validation set.</summary>
    /// <value>Default 0.1; null holds out none, and then early stopping must be null too.</value>
    public float? ValidationSetFraction { get; init; } = 0.1f;

    /// <summary>Seed that draws the rows held out for validation.</summary>
    /// <value>Default 1, whatever <see cref="Seed"/> is, so that trainings of several seeds are compared on the same rows.</value>
    public int ValidationSetSeed { get; init; } = 1;

    /// <summary>Folder for the checkpoint <c>training.ckpt</c>, written after each epoch; an ensemble's others are <c>training-2.ckpt</c> and so on.</summary>
    /// <value>Default null: no checkpoint.</value>
    public string? WorkspacePath { get; init; }

    /// <summary>Whether to go on from the workspace's checkpoint, if there is one.</summary>
    /// <value>Default false.</value>
    public bool Resume { get; init; }

    /// <summary>Seed of initial weights, order, augmentation and dropout.</summary>
    /// <value>Default 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Dropout rate before the last layer.</summary>
    /// <value>Default null: the architecture's own; at least 0 and below 1.</value>
    public float? Dropout { get; init; }

    /// <summary>Random changes of the training images.</summary>
    /// <value>Default <see cref="AugmentationOptions.Mild"/>.</value>
    public AugmentationOptions Augmentation { get; init; } = AugmentationOptions.Mild;

    /// <summary>Share of the epochs, the last ones, that see the training images as they are.</summary>
    /// <value>Default 0.15, which is 2 of 12 epochs; from 0 to 1, rounded to whole epochs; 0 augments all.</value>
    /// <remarks>
    /// Distorted images are not quite like those to recognize; a short end without distortion takes that difference away.
    /// </remarks>
    public float RefinementShare { get; init; } = 0.15f;

    /// <summary>Share of the target that is spread over all classes.</summary>
    /// <value>Default 0; at least 0 and below 1.</value>
    public float LabelSmoothing { get; init; }

    /// <summary>Share of the moving average of weights that lasts to the next step.</summary>
    /// <value>Default 0.99; 0 is no average; at least 0 and below 1.</value>
    public float AverageDecay { get; init; } = 0.99f;

    /// <summary>Networks to train and to average; the n-th has the seed plus n - 1.</summary>
    /// <value>Default 1: a single network; from 1 to 100. All have the same validation rows.</value>
    public int Ensemble { get; init; } = 1;

    /// <summary>Trained networks to learn from, beside the labels.</summary>
    /// <value>Default null: labels alone.</value>
    public Distillation? Distillation { get; init; }

    /// <summary>Name of the label's last class, where its rows are images to refuse: no digits.</summary>
    /// <value>Default null: all classes are alike. Else the model scores the other classes, and by <see cref="DigitScoreColumnName"/> whether it is one of them.</value>
    public string? RejectionClass { get; init; }

    /// <summary>Largest share of the validation rows of other classes that may be refused when <see cref="RejectionClass"/> is set.</summary>
    /// <value>Default 0.0025; from 0 to 1. Without validation rows, scores stay as training left them.</value>
    /// <remarks>After training, the last layer's weights are moved so that probabilities can be believed, and this share is kept at a digit score of 0.5.</remarks>
    public float MostRefused { get; init; } = 0.0025f;

    /// <summary>Threads; the trained network does not depend on it.</summary>
    /// <value>Default 0: one for each processor.</value>
    public int Threads { get; init; }

    /// <summary>Shape of the images in the feature column.</summary>
    /// <value>Default null: a square, or the last two dimensions of the column.</value>
    public Shape? ImageShape { get; init; }

    /// <summary>How pictures became the training images; the model keeps it, so that those to recognize become alike.</summary>
    /// <value>Default null: told by the looks of images of 28×28, those of MNIST's layout as <see cref="ImageNormalization.Digit"/>.</value>
    public ImageNormalization? Normalization { get; init; }

    /// <summary>Column of normalized pixels: Vector&lt;Single&gt; of known size.</summary>
    /// <value>Default <c>Features</c>.</value>
    public string FeatureColumnName { get; init; } = "Features";

    /// <summary>Column of labels: a key.</summary>
    /// <value>Default <c>Label</c>.</value>
    public string LabelColumnName { get; init; } = "Label";

    /// <summary>Column of probabilities to make: Vector&lt;Single&gt;, one for each class.</summary>
    /// <value>Default <c>Score</c>.</value>
    public string ScoreColumnName { get; init; } = "Score";

    /// <summary>Column of the most probable class to make: Vector&lt;Int64&gt; of 1, from 0.</summary>
    /// <value>Default <c>PredictedLabel</c>.</value>
    public string PredictedLabelColumnName { get; init; } = "PredictedLabel";

    /// <summary>Column to make when <see cref="RejectionClass"/> is set: Vector&lt;Single&gt; of 1, the probability of any other class.</summary>
    /// <value>Default <c>DigitScore</c>.</value>
    public string DigitScoreColumnName { get; init; } = "DigitScore";

    /// <summary>Ends training at the next step; the best weights so far are kept.</summary>
    /// <value>Default none.</value>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Context that the resulting transformer belongs to.</summary>
    /// <value>Default null: one of its own.</value>
    public MLContext? Context { get; init; }

    /// <summary>Checks all options.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public void Validate()
    {
        if (!Networks.Architectures.Architecture.Names.Contains(Architecture, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"There is no architecture '{Architecture}': use one of {string.Join(", ", Networks.Architectures.Architecture.Names)}.", nameof(Architecture));
        if (Epoch < 1)
            throw new ArgumentOutOfRangeException(nameof(Epoch), FormattableString.Invariant($"Epoch is {Epoch}, but must be at least 1."));
        if (Ensemble is < 1 or > MostMembers)
            throw new ArgumentOutOfRangeException(nameof(Ensemble), FormattableString.Invariant($"Ensemble is {Ensemble}, but must be from 1 to {MostMembers}."));
        ArgumentNullException.ThrowIfNull(Optimizer);
        ArgumentNullException.ThrowIfNull(LearningRateSchedule);
        ArgumentNullException.ThrowIfNull(Augmentation);
        Augmentation.Validate();
        if (Dropout is { } dropout && !(dropout is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(Dropout), FormattableString.Invariant($"Dropout is {dropout}, but must be at least 0 and below 1, or null."));
        if (ImageShape is { } shape && (shape.Height < 1 || shape.Width < 1 || shape.Channels < 1))
            throw new ArgumentOutOfRangeException(nameof(ImageShape), FormattableString.Invariant($"ImageShape has height {shape.Height}, width {shape.Width} and {shape.Channels} channels, but each must be at least 1."));
        if (Normalization is { } normalization && !Enum.IsDefined(normalization))
            throw new ArgumentOutOfRangeException(nameof(Normalization), $"There is no normalization {normalization}: use Resize, Digit or None.");
        ValidateValidation();
        ValidateWorkspace();
        if (RejectionClass is not null && string.IsNullOrWhiteSpace(RejectionClass))
            throw new ArgumentException("RejectionClass is blank: name the class of images to refuse, or leave it null.", nameof(RejectionClass));
        if (!(MostRefused is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(MostRefused), FormattableString.Invariant($"MostRefused is {MostRefused}, but must be from 0 to 1."));
        string[] columns = [FeatureColumnName, LabelColumnName, .. Columns.Added];
        if (columns.Any(string.IsNullOrWhiteSpace) || columns.Distinct().Count() != columns.Length)
            throw new ArgumentException($"The columns '{string.Join("', '", columns)}' must have {(RejectionClass is null ? "four" : "five")} different names.", nameof(FeatureColumnName));
        ToTrainingOptions(member: 0).Validate();
    }

    /// <summary>The columns that the model reads and adds.</summary>
    internal ScoredColumns Columns => new(FeatureColumnName, ScoreColumnName, PredictedLabelColumnName, RejectionClass is null ? null : DigitScoreColumnName);

    internal TrainingOptions ToTrainingOptions(int member) => new()
    {
        Epochs = Epoch,
        BatchSize = BatchSize,
        MicroBatchSize = MicroBatchSize,
        LearningRate = LearningRate,
        Optimizer = Optimizer,
        Schedule = LearningRateSchedule,
        EarlyStopping = EarlyStoppingCriteria,
        LabelSmoothing = LabelSmoothing,
        AverageDecay = AverageDecay,
        Augmentation = Augmentation,
        RefinementShare = RefinementShare,
        Seed = unchecked(Seed + member),
        Distillation = Distillation,
        Threads = Threads,
        CheckpointPath = WorkspacePath is null ? null : Path.Combine(WorkspacePath, member == 0 ? "training.ckpt" : FormattableString.Invariant($"training-{member + 1}.ckpt")),
        Resume = Resume,
    };

    private void ValidateValidation()
    {
        if (ValidationSetFraction is { } fraction && !(fraction is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(ValidationSetFraction), FormattableString.Invariant($"ValidationSetFraction is {fraction}, but must be above 0 and below 1, or null."));
        if (EarlyStoppingCriteria is not null && ValidationSet is null && ValidationSetFraction is null)
            throw new ArgumentException("Early stopping needs validation rows: set ValidationSet or ValidationSetFraction, or set EarlyStoppingCriteria to null.", nameof(EarlyStoppingCriteria));
    }

    private void ValidateWorkspace()
    {
        if (WorkspacePath is not null && string.IsNullOrWhiteSpace(WorkspacePath))
            throw new ArgumentException("WorkspacePath is blank: name a folder, or leave it null for no checkpoint.", nameof(WorkspacePath));
        if (Resume && WorkspacePath is null)
            throw new ArgumentException("Resume needs a WorkspacePath: name the folder of the earlier training's checkpoint.", nameof(Resume));
    }
}
