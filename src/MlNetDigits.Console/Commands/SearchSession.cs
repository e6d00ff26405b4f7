using System.Globalization;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Benchmarking;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;
using MlNetDigits.Reports;
using MlNetDigits.Search;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary><c>train --search</c>: chooses what the command line leaves open, on training and validation digits alone.</summary>
internal static class SearchSession
{
    private const string DefaultName = "search";

    /// <summary>Searches for some minutes and gives the settings with the winner's options.</summary>
    public static TrainSettings Run(Terminal terminal, TrainSettings settings, TextWriter output, CancellationToken cancellation)
    {
        settings = settings with { Name = settings.Name ?? settings.Preset ?? DefaultName };
        ConvolutionalNetworkOptions options = settings.ToOptions();
        if (settings.Resume)
            throw new UserError("--search and --resume do not go together; resume with the options that the search printed.");
        if (options.ValidationSetFraction is null)
            throw new UserError("--search chooses by validation images; give --validation-fraction a share above 0.");
        using ArtifactFolder folder = ArtifactFolder.Open(Path.Combine(settings.Output, settings.Name));
        ImageDataset dataset = DatasetLoading.Load(terminal, settings.Dataset, cancellation);
        RareClasses.RequireTrainable(dataset.Train.Take(settings.Limit), dataset.Validation is null ? options.ValidationSetFraction : null, settings.Limit);
        (ImageSet train, ImageSet? validation) = ValidationChoice.Split(dataset.Train.Take(settings.Limit), dataset.Validation, options);

        var time = TimeSpan.FromMinutes(settings.Search!.Value);
        long start = TimeProvider.System.GetTimestamp();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using Heartbeat heartbeat = new Heartbeat(output, TimeProvider.System).Start();
        heartbeat.Set("measuring the training speed", isTimed: true);
        SearchOptions search = Plan(settings, options, dataset, time, cancellation);
        heartbeat.WriteLine($"Searching for {Format.Duration(time)}: {search.Candidates} candidates, {Format.Count(search.FirstRungImages)} images each on the first rung");
        heartbeat.Set("trying the first candidate", isTimed: true);
        SearchResult result = SuccessiveHalving.Run(train, validation!, search, Observe, deadline.Token);
        cancellation.ThrowIfCancellationRequested();
        folder.Stage(SearchFile.CsvName, path => SearchFile.WriteCsv(path, result));
        folder.Stage(SearchFile.SvgName, path => SearchFile.WriteSvg(path, result));
        folder.Commit();

        SearchCandidate best = result.Winner!.Candidate;
        heartbeat.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Winner: --arch {best.Architecture} --learning-rate {best.LearningRate} --schedule {best.Schedule} --augment {best.Augmentation} --dropout {best.Dropout}"));
        return settings with { Architecture = best.Architecture, LearningRate = best.LearningRate, Schedule = best.Schedule, Augmentation = best.Augmentation, Dropout = best.Dropout };

        // The first trial may take as long as it takes, so that there always is a winner.
        void Observe(SearchTrial trial)
        {
            heartbeat.WriteLine(Line(trial));
            heartbeat.Set($"trying the next candidate", isTimed: true);
            TimeSpan left = time - TimeProvider.System.GetElapsedTime(start);
            deadline.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    /// <summary>What the command line gives is fixed, and a preset's architecture; the first candidate is what would be trained without a search.</summary>
    private static SearchOptions Plan(TrainSettings settings, ConvolutionalNetworkOptions options, ImageDataset dataset, TimeSpan time, CancellationToken cancellation)
    {
        var space = new SearchSpace();
        if (settings.Architecture is not null || settings.Preset is not null) space = space with { Architectures = [options.Architecture] };
        if (settings.LearningRate is { } rate) space = space with { MinimumLearningRate = rate, MaximumLearningRate = rate };
        if (settings.Schedule is { } schedule) space = space with { Schedules = new Dictionary<string, LearningRateSchedule> { [schedule] = TrainChoices.Schedule(schedule) } };
        if (settings.Augmentation is { } augmentation) space = space with { Augmentations = new Dictionary<string, AugmentationOptions> { [augmentation] = TrainChoices.Augmentation(augmentation) } };
        space = space with { Augmentations = space.Augmentations.ToDictionary(each => each.Key, each => each.Value.OnPaperOf(dataset)) };
        if (settings.Dropout is { } dropout) space = space with { Dropouts = [dropout] };
        var training = new TrainingOptions
        {
            BatchSize = options.BatchSize, MicroBatchSize = options.MicroBatchSize, Optimizer = options.Optimizer, LabelSmoothing = options.LabelSmoothing, Seed = options.Seed, Threads = options.Threads,
        };
        var first = new SearchCandidate(
            1, space.Architectures[0], options.LearningRate, space.Schedules.Keys.First(), settings.Augmentation ?? "mild", settings.Dropout ?? 0.3f);
        int threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        double speed = TrainingBenchmark.Measure(first.Architecture, threads, Math.Min(options.BatchSize, 3_200), images: 3_200, epochs: 1, cancellation)[0];
        return new SearchOptions { Space = space, First = settings.Preset is null ? first : null, Training = training }.Within(time, speed);
    }

    private static string Line(SearchTrial trial) => string.Create(
        CultureInfo.InvariantCulture,
        $"rung {trial.Rung}, candidate {trial.Candidate.Number}: {trial.Candidate.Architecture}, learning rate {trial.Candidate.LearningRate}, {trial.Candidate.Schedule}, {trial.Candidate.Augmentation}, "
        + $"dropout {trial.Candidate.Dropout}: validation accuracy {Format.Percent(trial.ValidationAccuracy)} after {Format.Count(trial.Images)} images, {Format.Seconds(trial.Seconds)}");
}
