using Microsoft.ML;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Training;

/// <summary>Trains a convolutional network from scratch; fitting gives it as the standard ONNX transformer.</summary>
/// <remarks>The features are normalized pixels in a Vector&lt;Single&gt; of known size; the label is a key, and rows without one are left out.</remarks>
public sealed class ConvolutionalNetworkTrainer : IEstimator<OnnxTransformer>
{
    private readonly ConvolutionalNetworkOptions _options;
    private readonly MLContext _context;

    internal ConvolutionalNetworkTrainer(ConvolutionalNetworkOptions options)
    {
        options.Validate();
        _options = options;
        _context = options.Context ?? new MLContext(options.Seed);
    }

    /// <summary>How the last fit went, or null before the first.</summary>
    public TrainingResult? Result { get; private set; }

    /// <summary>The network of the last fit, or null before the first.</summary>
    public Network? Network { get; private set; }

    /// <summary>Images that the last fit trained on, without those for validation.</summary>
    public int TrainingImages { get; private set; }

    /// <summary>Images that chose the last fit's best epoch.</summary>
    public int ValidationImages { get; private set; }

    /// <summary>Trains on rows of a view and makes a transformer of the best weights.</summary>
    /// <param name="input">Rows with the feature and label columns.</param>
    /// <returns>A transformer that adds the score and predicted label columns.</returns>
    /// <exception cref="ArgumentException">A column is missing or has an unfit type, or a row does not fit.</exception>
    public OnnxTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        LabelledImages rows = LabelledImages.Read(input, _options);
        (ImageSet train, ImageSet? validation) = SplitOff(rows);
        Network network = Architecture.Create(_options.Architecture, train.Shape, rows.ClassNames.Count, _options.Seed, _options.Dropout);
        if (_options.WorkspacePath is { } workspace) Directory.CreateDirectory(workspace);
        Result = NetworkTrainer.Train(network, train, validation, _options.ToTrainingOptions(), new CallbackObserver(_options), _options.CancellationToken);
        Network = network;
        TrainingImages = train.Count;
        ValidationImages = validation?.Count ?? 0;
        return Apply(network, rows.ClassNames).Fit(input);
    }

    /// <summary>The schema that fitting would lead to.</summary>
    /// <param name="inputSchema">Schema with the feature and label columns.</param>
    /// <returns>The schema with score and predicted label.</returns>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        foreach (string name in (string[])[_options.FeatureColumnName, _options.LabelColumnName])
        {
            if (inputSchema.All(column => column.Name != name))
                throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Could not find column '{name}': add a transform that makes it, or name another in the trainer's options.");
        }

        // A schema shape knows neither sizes nor numbers of classes, so any untrained network has the right one.
        Shape shape = _options.ImageShape ?? new Shape(28, 28, 1);
        return Apply(Architecture.Create(_options.Architecture, shape, 10), null).GetOutputSchema(inputSchema);
    }

    private OnnxScoringEstimator Apply(Network network, IReadOnlyList<string>? classNames)
    {
        var options = new OnnxExportOptions
        {
            InputName = _options.FeatureColumnName,
            ScoreName = _options.ScoreColumnName,
            PredictedLabelName = _options.PredictedLabelColumnName,
            ClassNames = classNames,
        };
        using var bytes = new MemoryStream(network.ToOnnx(options).ToBytes());
        return _context.Transforms.ApplyOnnxModel([_options.ScoreColumnName, _options.PredictedLabelColumnName], [_options.FeatureColumnName], bytes);
    }

    private (ImageSet Train, ImageSet? Validation) SplitOff(LabelledImages rows)
    {
        if (_options.ValidationSet is { } view)
        {
            LabelledImages validation = LabelledImages.Read(view, _options);
            if (!validation.ClassNames.SequenceEqual(rows.ClassNames))
                throw new ArgumentException($"The validation set's classes ({string.Join(", ", validation.ClassNames)}) are not those of the training data ({string.Join(", ", rows.ClassNames)}): map both labels with the same keys.");
            return (rows.Images, validation.Images);
        }

        if (_options.ValidationSetFraction is not { } fraction) return (rows.Images, null);
        (ImageSet train, ImageSet held) = rows.Images.Split(fraction, _options.Seed);
        if (held.Count == 0 || train.Count == 0)
            throw new ArgumentException($"{rows.Images.Count} rows are too few to hold out {fraction:P0} of each class: give more rows, a ValidationSet, or set ValidationSetFraction and EarlyStoppingCriteria to null.");
        return (train, held);
    }

    private sealed class CallbackObserver(ConvolutionalNetworkOptions options) : ITrainingObserver
    {
        public void OnProgress(TrainingProgress progress) => options.ProgressCallback?.Invoke(progress);

        public void OnEpoch(EpochMetrics metrics) => options.MetricsCallback?.Invoke(metrics);
    }
}
