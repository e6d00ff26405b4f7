using System.Diagnostics;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Search;

/// <summary>Tries many options for a short time each, and the best of them for longer, on validation images alone.</summary>
/// <remarks>Each rung trains its candidates anew with whole schedules. Source: Jamieson and Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization", 2016.</remarks>
public static class SuccessiveHalving
{
    private const int EpochsOfATrial = 3;

    /// <summary>Runs the search; equal options give equal trials but for their seconds.</summary>
    /// <param name="train">Images to train on.</param>
    /// <param name="validation">Images to choose by; test images have no place here.</param>
    /// <param name="options">What to try; default <see cref="SearchOptions"/>.</param>
    /// <param name="observer">Told each finished trial; default nobody.</param>
    /// <param name="cancellationToken">Ends the search early, with the best so far.</param>
    /// <returns>All trials and the winner.</returns>
    /// <exception cref="ArgumentException">An option or an image set does not fit.</exception>
    public static SearchResult Run(ImageSet train, ImageSet validation, SearchOptions? options = null, Action<SearchTrial>? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        options ??= new SearchOptions();
        options.Validate();
        if (train.Count == 0 || validation.Count == 0)
            throw new ArgumentException($"The search has {train.Count} images to train on and {validation.Count} to choose by, but needs both: give at least one of each.", train.Count == 0 ? nameof(train) : nameof(validation));

        var trials = new List<SearchTrial>();
        SearchCandidate[] candidates = [.. Enumerable.Range(1, options.Candidates).Select(number => number == 1 && options.First is { } first ? first with { Number = 1 } : options.Space.Draw(options.Training.Seed, number))];
        double images = options.FirstRungImages;
        for (int rung = 1; candidates.Length > 1; rung++, images *= options.Reduction)
        {
            foreach (SearchCandidate candidate in candidates)
            {
                if (Try(candidate, rung, images, train, validation, options, cancellationToken) is not { } trial)
                    return new SearchResult(trials, Ranked(trials).FirstOrDefault(), false);
                trials.Add(trial);
                observer?.Invoke(trial);
            }

            int kept = Math.Max(1, candidates.Length / options.Reduction);
            candidates = [.. Ranked(trials.Where(trial => trial.Rung == rung)).Take(kept).Select(trial => trial.Candidate)];
        }

        return new SearchResult(trials, Ranked(trials).First(), true);
    }

    /// <summary>The highest rung first, within it the best first.</summary>
    private static IEnumerable<SearchTrial> Ranked(IEnumerable<SearchTrial> trials) => trials
        .OrderByDescending(trial => trial.Rung)
        .ThenByDescending(trial => trial.ValidationAccuracy)
        .ThenBy(trial => double.IsNaN(trial.ValidationLoss) ? double.PositiveInfinity : trial.ValidationLoss)
        .ThenBy(trial => trial.Candidate.Number);

    /// <summary>Trains one candidate, or gives null when canceled.</summary>
    private static SearchTrial? Try(SearchCandidate candidate, int rung, double images, ImageSet train, ImageSet validation, SearchOptions options, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        int classes = 1 + Enumerable.Range(0, train.Count).Max(train.Label), seed = options.Training.Seed;
        Network network = Architecture.Create(candidate.Architecture, train.Shape, classes, seed, candidate.Dropout);
        double share = (double)Architecture.Create(options.Space.Architectures[0], train.Shape, classes).Flops / network.Flops;
        double own = images * Math.Clamp(share, 0.25, 4);
        ImageSet sample = train.Sample((int)Math.Clamp(own / EpochsOfATrial, 1, train.Count), seed);
        var training = options.Training with
        {
            Epochs = Math.Max(1, (int)Math.Round(own / sample.Count)),
            LearningRate = candidate.LearningRate,
            Schedule = options.Space.Schedules[candidate.Schedule],
            Augmentation = options.Space.Augmentations[candidate.Augmentation],
            AverageDecay = 0,
            EarlyStopping = null,
            CheckpointPath = null,
            Resume = false,
        };
        TrainingResult result = NetworkTrainer.Train(network, sample, validation, training, null, cancellationToken);
        return result.Canceled ? null
            : new SearchTrial(rung, candidate, result.History.Sum(epoch => epoch.Images), result.Best!.ValidationAccuracy, result.Best.ValidationLoss, clock.Elapsed.TotalSeconds);
    }
}
