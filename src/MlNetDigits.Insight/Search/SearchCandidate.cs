namespace MlNetDigits.Search;

/// <summary>One combination of options that a search tries.</summary>
/// <param name="Number">Number of the candidate, from 1.</param>
/// <param name="Architecture">Name of the architecture.</param>
/// <param name="LearningRate">Learning rate that the schedule's factor multiplies.</param>
/// <param name="Schedule">Name of the learning rate's schedule in the search space.</param>
/// <param name="Augmentation">Name of the augmentation in the search space.</param>
/// <param name="Dropout">Dropout rate before the last layer.</param>
public sealed record SearchCandidate(int Number, string Architecture, float LearningRate, string Schedule, string Augmentation, float Dropout);
