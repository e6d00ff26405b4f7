using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;
using MlNetDigits.Synthesis.Readings;

namespace MlNetDigits.Training;

/// <summary>Options that suit a purpose: seconds of training, the default, the most accuracy, or a small network.</summary>
public static class ConvolutionalNetworkPresets
{
    // A patience of all epochs never stops early; the loss chooses the best, since few images are wrong in the end.
    private static readonly ConvolutionalNetworkOptions ForAccuracy = new()
    {
        Architecture = "best",
        Epoch = 40,
        MicroBatchSize = 32,
        Dropout = 0.3f,
        EarlyStoppingCriteria = new EarlyStopping { Metric = EarlyStoppingMetric.Loss, Patience = 40 },
        ValidationSetFraction = 0.05f,
        Augmentation = AugmentationOptions.Strong,
        RefinementShare = 0.1f,
        AverageDecay = 0.998f,
    };

    private static readonly Dictionary<string, ConvolutionalNetworkOptions> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fast"] = new()
        {
            Architecture = "fast",
            Epoch = 2,
            LearningRate = 0.016f,
            LearningRateSchedule = new OneCycleSchedule { Rise = 0.2 },
            EarlyStoppingCriteria = null,
            Augmentation = AugmentationOptions.None,
            AverageDecay = 0.95f,
        },
        ["default"] = new(),
        ["best"] = ForAccuracy,
        ["robust"] = ForAccuracy with
        {
            Epoch = 40,
            Augmentation = AugmentationOptions.Photo,
            RefinementShare = 0,
            MostRefused = 0.008f,
            RejectionClass = DrawnDatasetExtensions.NoneName,
        },
        ["tiny"] = new()
        {
            Architecture = "tiny",
            Epoch = 30,
            LearningRate = 0.008f,
            EarlyStoppingCriteria = new EarlyStopping { Metric = EarlyStoppingMetric.Loss, Patience = 30 },
            ValidationSetFraction = 0.05f,
            AverageDecay = 0.998f,
        },
    };

    /// <summary>Gets the names of all presets.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys];

    /// <summary>Gets options for 99.0 % accuracy within seconds: 2 epochs of the network <c>fast</c>.</summary>
    public static ConvolutionalNetworkOptions Fast => Known["fast"];

    /// <summary>Gets the trainer's default options.</summary>
    public static ConvolutionalNetworkOptions Default => Known["default"];

    /// <summary>Gets options for the most accuracy within an hour: 40 epochs of the network <c>best</c>, all but 4 strongly augmented.</summary>
    public static ConvolutionalNetworkOptions Best => Known["best"];

    /// <summary>Gets options for pictures as people have them: the network <c>best</c>, which refuses what is no digit.</summary>
    /// <remarks>It needs images of a last class <c>none</c>: see <see cref="DrawnDatasetExtensions.WithDrawnPictures"/>.</remarks>
    public static ConvolutionalNetworkOptions Robust => Known["robust"];

    /// <summary>Gets options for a network under 10,000 parameters: 30 epochs of the network <c>tiny</c>.</summary>
    /// <remarks>It learns more from a teacher as well: see <see cref="ConvolutionalNetworkOptions.Distillation"/>.</remarks>
    public static ConvolutionalNetworkOptions Tiny => Known["tiny"];

    /// <summary>Gets a preset's options.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    public static ConvolutionalNetworkOptions Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Known.TryGetValue(name, out ConvolutionalNetworkOptions? options)
            ? options
            : throw new ArgumentException($"There is no preset '{name}': use one of {string.Join(", ", Names)}.", nameof(name));
    }
}
