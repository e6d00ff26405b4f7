namespace MlNetDigits.Networks.Training;

/// <summary>One step of a learning rate range test.</summary>
/// <param name="LearningRate">Learning rate of the step.</param>
/// <param name="Loss">Mean cross-entropy of its batch in nats.</param>
/// <param name="SmoothedLoss">Moving average of the losses so far.</param>
public sealed record LearningRatePoint(double LearningRate, double Loss, double SmoothedLoss);
