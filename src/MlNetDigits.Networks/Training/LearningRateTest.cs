namespace MlNetDigits.Networks.Training;

/// <summary>What a learning rate range test found.</summary>
/// <param name="Points">Loss at each learning rate, in order.</param>
/// <param name="Suggestion">The rate at which the loss fell most steeply: a good start for one cycle's peak.</param>
public sealed record LearningRateTest(IReadOnlyList<LearningRatePoint> Points, double Suggestion);
