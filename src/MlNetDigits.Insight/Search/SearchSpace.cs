using System.Globalization;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Schedules;

namespace MlNetDigits.Search;

/// <summary>What a search chooses from; a list of one element fixes that choice.</summary>
public sealed record SearchSpace
{
    /// <summary>Names of architectures; the first sets the cost that all others are given too.</summary>
    /// <value>Default <c>standard</c>, <c>simple</c> and <c>resnet</c>; at least one.</value>
    public IReadOnlyList<string> Architectures { get; init; } = ["standard", "simple", "resnet"];

    /// <summary>Least learning rate.</summary>
    /// <value>Default 0.0005; above 0.</value>
    public float MinimumLearningRate { get; init; } = 0.0005f;

    /// <summary>Greatest learning rate.</summary>
    /// <value>Default 0.02; at least the least.</value>
    public float MaximumLearningRate { get; init; } = 0.02f;

    /// <summary>Schedules of the learning rate by name.</summary>
    /// <value>Default <c>one-cycle</c> and <c>cosine</c>; at least one.</value>
    public IReadOnlyDictionary<string, LearningRateSchedule> Schedules { get; init; } = new Dictionary<string, LearningRateSchedule> { ["one-cycle"] = new OneCycleSchedule(), ["cosine"] = new CosineSchedule() };

    /// <summary>Augmentations by name, in rising strength.</summary>
    /// <value>Default <c>none</c>, <c>mild</c> and <c>strong</c>; at least one.</value>
    public IReadOnlyDictionary<string, AugmentationOptions> Augmentations { get; init; } = new Dictionary<string, AugmentationOptions>
    {
        ["none"] = AugmentationOptions.None, ["mild"] = AugmentationOptions.Mild, ["strong"] = AugmentationOptions.Strong,
    };

    /// <summary>Dropout rates before the last layer.</summary>
    /// <value>Default 0 to 0.5 in tenths; at least one, each at least 0 and below 1.</value>
    public IReadOnlyList<float> Dropouts { get; init; } = [0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f];

    /// <summary>Draws a candidate; the same for equal seeds and numbers.</summary>
    /// <param name="seed">Seed of the search.</param>
    /// <param name="number">Number of the candidate.</param>
    /// <returns>The candidate; its learning rate has two digits.</returns>
    public SearchCandidate Draw(int seed, int number)
    {
        var random = new RandomStream(RandomStream.Mix(RandomStream.Mix((ulong)seed, 0x5EA6C4), (ulong)number));
        double rate = MinimumLearningRate * Math.Pow(MaximumLearningRate / MinimumLearningRate, random.NextSingle());
        float rounded = float.Parse(rate.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new SearchCandidate(
            number,
            Architectures[random.Next(Architectures.Count)],
            MinimumLearningRate == MaximumLearningRate ? MinimumLearningRate : rounded,
            Schedules.Keys.ElementAt(random.Next(Schedules.Count)),
            Augmentations.Keys.ElementAt(random.Next(Augmentations.Count)),
            Dropouts[random.Next(Dropouts.Count)]);
    }

    internal void Validate()
    {
        foreach ((string name, int count) in new[] { (nameof(Architectures), Architectures.Count), (nameof(Schedules), Schedules.Count), (nameof(Augmentations), Augmentations.Count), (nameof(Dropouts), Dropouts.Count) })
            if (count == 0) throw new ArgumentException($"{name} is empty: give at least one.", name);
        if (!(MinimumLearningRate > 0 && MaximumLearningRate >= MinimumLearningRate && float.IsFinite(MaximumLearningRate)))
            throw new ArgumentOutOfRangeException(nameof(MaximumLearningRate), FormattableString.Invariant($"The learning rates {MinimumLearningRate} to {MaximumLearningRate} are no range: give finite numbers above 0 in rising order."));
    }
}
