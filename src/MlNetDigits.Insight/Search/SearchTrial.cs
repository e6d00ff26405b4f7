namespace MlNetDigits.Search;

/// <summary>One candidate's training on one rung.</summary>
/// <param name="Rung">Number of the rung, from 1.</param>
/// <param name="Candidate">What was tried.</param>
/// <param name="Images">Training images that it saw, repeats counted.</param>
/// <param name="ValidationAccuracy">Share of validation images that its best epoch recognized.</param>
/// <param name="ValidationLoss">Mean cross-entropy of the same epoch on the validation images.</param>
/// <param name="Seconds">Time that it took.</param>
public sealed record SearchTrial(int Rung, SearchCandidate Candidate, long Images, double ValidationAccuracy, double ValidationLoss, double Seconds);
