using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Calibration;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Training;
using MlNetDigits.Scoring;

namespace MlNetDigits.Training;

/// <summary>Trains a convolutional network from scratch; what fitting gives is saved as the standard ONNX transformer.</summary>
/// <remarks>The features are normalized pixels in a Vector&lt;Single&gt; of known size; the label is a key, and rows without one are left out.</remarks>
public sealed class ConvolutionalNetworkTrainer : IEstimator<ConvolutionalNetworkTransformer>
{
    private readonly MLContext _context;

    internal ConvolutionalNetworkTrainer(ConvolutionalNetworkOptions options)
    {
        options.Validate();
        Options = options;
        _context = options.Context ?? new MLContext(options.Seed);
    }

    /// <summary>How this trainer trains.</summary>
    public ConvolutionalNetworkOptions Options { get; }

    /// <summary>How the last fit went, or null before the first; an ensemble's members stand one after another.</summary>
    public TrainingResult? Result { get; private set; }

    /// <summary>The network of the last fit, or null before the first; the first member of an ensemble.</summary>
    public Network? Network => Networks.Count > 0 ? Networks[0] : null;

    /// <summary>The last fit's network or members of the ensemble; none before the first.</summary>
    public IReadOnlyList<Network> Networks { get; private set; } = [];

    /// <summary>What the last fit's model reaches on the validation rows, or null without them.</summary>
    public ValidationReport? Validation { get; private set; }

    /// <summary>How the last fit's model was made to refuse at a digit score of 0.5; null without a class for rejection or validation rows.</summary>
    public RejectionCalibration? Calibration { get; private set; }

    /// <summary>Images that the last fit trained on, without those for validation.</summary>
    public int TrainingImages { get; private set; }

    /// <summary>Images that chose the last fit's best epoch.</summary>
    public int ValidationImages { get; private set; }

    /// <summary>SHA-256 of the labels and pixels of all rows that the last fit was given, or null before the first.</summary>
    public string? TrainingDataHash { get; private set; }

    /// <summary>SHA-256 of the labels and pixels of the last fit's <see cref="ConvolutionalNetworkOptions.ValidationSet"/>, or null without one.</summary>
    public string? ValidationDataHash { get; private set; }

    /// <summary>Trains on rows of a view and makes a transformer of the best weights.</summary>
    /// <param name="input">Rows with the feature and label columns.</param>
    /// <returns>A transformer that adds the score and predicted label columns.</returns>
    /// <exception cref="ArgumentException">A column is missing or has an unfit type, or there are too few rows.</exception>
    /// <exception cref="InvalidOperationException">A row does not fit, none has a label, or all are of one class.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to resume from is damaged or of another training.</exception>
    /// <exception cref="IOException">The workspace or its checkpoint cannot be written.</exception>
    public ConvolutionalNetworkTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        MakeWorkspace();
        LabelledImages rows = LabelledImages.Read(input, Options, nameof(input));
        RequireClasses(rows);
        RequireRejection(rows);
        (ImageSet train, ImageSet? validation) = SplitOff(rows);
        var ensemble = new EnsembleTraining(Options, rows.ClassNames.Count);
        Dictionary<string, string> form = ImageSetForm.Facts(rows.Images, Options.Normalization, Options.RejectionClass is null ? null : rows.ClassNames.Count - 1);
        _ = Export([ensemble.CreateMember(train.Shape, 0)], rows.ClassNames, form); // Names that clash must fail before training, not after.
        if (!Options.Resume) RemoveCheckpoints();
        ensemble.Run(train, validation);
        Result = ensemble.Result;
        Networks = ensemble.Networks;
        Calibration = ensemble.Calibrate(validation);
        Validation = ensemble.Validate(validation);
        TrainingImages = train.Count;
        ValidationImages = validation?.Count ?? 0;
        TrainingDataHash = ImageSetHash.Compute(rows.Images);
        ValidationDataHash = Options.ValidationSet is not null && validation is not null ? ImageSetHash.Compute(validation) : null;
        return new ConvolutionalNetworkTransformer(Apply(Networks, rows.ClassNames, form).Fit(input), Networks, Options, input.Schema[Options.FeatureColumnName].Type);
    }

    /// <summary>The schema that fitting would lead to.</summary>
    /// <param name="inputSchema">Schema with the feature and label columns.</param>
    /// <returns>The schema with score and predicted label.</returns>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        Find(inputSchema, Options.FeatureColumnName);
        SchemaShape.Column label = Find(inputSchema, Options.LabelColumnName);
        if (!label.IsKey)
            throw new ArgumentOutOfRangeException(nameof(inputSchema), $"The label column '{label.Name}' is {label.ItemType}, but must be a key: add MapDigitLabel or Conversion.MapValueToKey before the trainer.");

        // A schema shape knows neither sizes nor numbers of classes, so any untrained network has the right one.
        Shape shape = Options.ImageShape ?? new Shape(28, 28, 1);
        OnnxScoringEstimator untrained = Apply([Architecture.Create(Options.Architecture, shape, 10)], null, []);
        SchemaShape scored = untrained.GetOutputSchema(inputSchema);
        // It keeps a file until it is disposed, and gives itself to those who fit it alone.
        untrained.Fit(NoRows(shape.Size)).Dispose();
        return scored;
    }

    private IDataView NoRows(int size)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(FeatureRow));
        SchemaDefinition.Column features = schema[nameof(FeatureRow.Features)];
        features.ColumnName = Options.FeatureColumnName;
        features.ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
        return _context.Data.LoadFromEnumerable(Array.Empty<FeatureRow>(), schema);
    }

    private static SchemaShape.Column Find(SchemaShape schema, string name)
    {
        SchemaShape.Column[] found = [.. schema.Where(column => column.Name == name)];
        return found.Length > 0 ? found[^1]
            : throw new ArgumentOutOfRangeException("inputSchema", $"Could not find column '{name}': add a transform that makes it, or name another in the trainer's options.");
    }

    private void MakeWorkspace()
    {
        if (Options.WorkspacePath is not { } workspace) return;
        try
        {
            Directory.CreateDirectory(workspace);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The workspace '{workspace}' cannot be made: {exception.Message} Name a folder that you may write to.", exception);
        }
    }

    /// <summary>Leaves nothing behind that a later resuming would take for this training's.</summary>
    private void RemoveCheckpoints()
    {
        if (Options.WorkspacePath is not { } workspace) return;
        for (int member = 0; member < Options.Ensemble; member++)
        {
            string path = Options.ToTrainingOptions(member).CheckpointPath!;
            try
            {
                File.Delete(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new IOException($"The earlier checkpoint '{path}' cannot be removed: {exception.Message} Delete it, or name another folder than '{workspace}'.", exception);
            }
        }
    }

    private OnnxModel Export(IReadOnlyList<Network> networks, IReadOnlyList<string>? classNames, Dictionary<string, string> form) => networks.ToOnnx(new OnnxExportOptions
    {
        InputName = Options.FeatureColumnName,
        ScoreName = Options.ScoreColumnName,
        PredictedLabelName = Options.PredictedLabelColumnName,
        ClassNames = classNames,
        RejectionClass = Options.RejectionClass,
        DigitScoreName = Options.DigitScoreColumnName,
        Metadata = form,
    });

    private OnnxScoringEstimator Apply(IReadOnlyList<Network> networks, IReadOnlyList<string>? classNames, Dictionary<string, string> form)
    {
        byte[] graph = Export(networks, classNames, form).ToBytes();
        return RandomFileName.Load(() => _context.Transforms.ApplyOnnxModel(Options.Columns.Added, [Options.FeatureColumnName], new MemoryStream(graph)));
    }

    private static void RequireClasses(LabelledImages rows)
    {
        int first = rows.Images.Label(0);
        for (int i = 1; i < rows.Images.Count; i++)
            if (rows.Images.Label(i) != first) return;
        throw new InvalidOperationException($"All rows ({rows.Images.Count}) are of class '{rows.ClassNames[first]}', but training needs at least 2 classes: give rows of others too.");
    }

    private void RequireRejection(LabelledImages rows)
    {
        if (Options.RejectionClass is not { } rejection) return;
        int place = rows.ClassNames.ToList().IndexOf(rejection), last = rows.ClassNames.Count - 1;
        if (place < 0)
            throw new ArgumentException($"There is no class '{rejection}' to refuse, only {string.Join(", ", rows.ClassNames)}: name one of them as RejectionClass.", nameof(Options.RejectionClass));
        if (place != last)
            throw new ArgumentException($"The class '{rejection}' to refuse is number {place + 1} of {rows.ClassNames.Count}, but must be the last: give the label's keys in that order.", nameof(Options.RejectionClass));
        if (last < 2)
            throw new ArgumentException($"There is but one class beside '{rejection}', which is to be refused: give rows of at least 2 others.", nameof(Options.RejectionClass));
        if (!Enumerable.Range(0, rows.Images.Count).Any(row => rows.Images.Label(row) == last))
            throw new InvalidOperationException($"No row is of the class '{rejection}' to refuse: give some, or leave RejectionClass null.");
    }

    private (ImageSet Train, ImageSet? Validation) SplitOff(LabelledImages rows)
    {
        if (Options.ValidationSet is { } view)
        {
            LabelledImages validation = LabelledImages.Read(view, Options, nameof(Options.ValidationSet));
            if (!validation.ClassNames.SequenceEqual(rows.ClassNames))
                throw new ArgumentException($"The validation set's classes ({string.Join(", ", validation.ClassNames)}) are not those of the training data ({string.Join(", ", rows.ClassNames)}): map both labels with the same keys.", nameof(Options.ValidationSet));
            if (validation.Images.Shape != rows.Images.Shape)
                throw new ArgumentException($"The validation set's images are {validation.Images.Shape}, but those of the training data {rows.Images.Shape}: make both with the same transforms.", nameof(Options.ValidationSet));
            return (rows.Images, validation.Images);
        }

        if (Options.ValidationSetFraction is not { } fraction) return (rows.Images, null);
        (ImageSet train, ImageSet held) = rows.Images.Split(fraction, Options.ValidationSetSeed);
        if (held.Count == 0 || train.Count == 0)
            throw new ArgumentException(FormattableString.Invariant($"{rows.Images.Count} rows are too few to hold out {fraction} of each class: give more rows, a ValidationSet, or set ValidationSetFraction and EarlyStoppingCriteria to null."), "input");
        return (train, held);
    }

    private sealed class FeatureRow
    {
        public float[] Features { get; set; } = [];
    }
}
