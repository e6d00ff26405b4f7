using MlNetDigits.Mnist;
using MlNetDigits.Networks.Training;
using MlNetDigits.Search;
using MlNetDigits.Tests.Training;

namespace MlNetDigits.Tests.Search;

public sealed class SuccessiveHalvingTests
{
    private static readonly ImageSet _train = Sample.Train(300).ToImageSet(), _validation = Sample.Train(100, 300).ToImageSet();

    private static readonly SearchOptions _options = new()
    {
        Space = new SearchSpace { Architectures = ["lenet5", "tiny"] },
        Candidates = 4,
        Reduction = 2,
        FirstRungImages = 200,
        First = new SearchCandidate(1, "lenet5", 0.004f, "one-cycle", "mild", 0.3f),
        Training = new TrainingOptions { BatchSize = 16, Seed = 3, Threads = 1 },
    };

    [Fact]
    public void Run_FourCandidates_HalvesThemByValidationAccuracy()
    {
        var seen = new List<SearchTrial>();

        SearchResult result = SuccessiveHalving.Run(_train, _validation, _options, seen.Add);

        Assert.Equal(result.Trials, seen);
        Assert.Equal([1, 1, 1, 1, 2, 2], result.Trials.Select(trial => trial.Rung));
        Assert.Equal(result.Trials.Take(4).OrderByDescending(trial => trial.ValidationAccuracy).ThenBy(trial => trial.ValidationLoss).Take(2).Select(trial => trial.Candidate), result.Trials.Skip(4).Select(trial => trial.Candidate));
        Assert.Equal((2, true), (result.Winner!.Rung, result.IsComplete));
        Assert.Equal(_options.First, result.Trials[0].Candidate);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_SameSeed_GivesTheSameTrialsForAnyNumberOfThreads(int threads)
    {
        SearchResult one = SuccessiveHalving.Run(_train, _validation, _options);

        SearchResult other = SuccessiveHalving.Run(_train, _validation, _options with { Training = _options.Training with { Threads = threads } });

        Assert.Equal(one.Trials.Select(trial => trial with { Seconds = 0 }), other.Trials.Select(trial => trial with { Seconds = 0 }));
    }

    [Fact]
    public void Run_OtherValidationImages_ChangeNothingButTheJudgement()
    {
        SearchResult one = SuccessiveHalving.Run(_train, _validation, _options), other = SuccessiveHalving.Run(_train, Sample.Train(100, 400).ToImageSet(), _options);

        Assert.Equal(one.Trials.Take(4).Select(trial => (trial.Candidate, trial.Images)), other.Trials.Take(4).Select(trial => (trial.Candidate, trial.Images)));
        Assert.NotEqual(one.Trials[0].ValidationLoss, other.Trials[0].ValidationLoss);
    }

    [Fact]
    public void Run_CanceledAfterATrial_GivesTheBestSoFar()
    {
        using var cancellation = new CancellationTokenSource();

        SearchResult result = SuccessiveHalving.Run(_train, _validation, _options, _ => cancellation.Cancel(), cancellation.Token);

        Assert.Equal((1, false, 1), (result.Trials.Count, result.IsComplete, result.Winner!.Candidate.Number));
        Assert.Null(SuccessiveHalving.Run(_train, _validation, _options, cancellationToken: cancellation.Token).Winner);
    }

    [Fact]
    public void Run_WhatDoesNotFit_IsNamed()
    {
        Assert.Contains("Candidates is 1, but must be at least 2.", Assert.Throws<ArgumentOutOfRangeException>(() => SuccessiveHalving.Run(_train, _validation, _options with { Candidates = 1 })).Message);
        Assert.Contains("Dropouts is empty", Assert.Throws<ArgumentException>(() => SuccessiveHalving.Run(_train, _validation, _options with { Space = new SearchSpace { Dropouts = [] } })).Message);
        Assert.Contains("and 0 to choose by", Assert.Throws<ArgumentException>(() => SuccessiveHalving.Run(_train, Sample.Train(0).ToImageSet(), _options)).Message);
    }
}
