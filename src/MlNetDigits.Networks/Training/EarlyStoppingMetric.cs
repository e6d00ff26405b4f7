namespace MlNetDigits.Networks.Training;

/// <summary>The validation figure that early stopping watches.</summary>
public enum EarlyStoppingMetric
{
    /// <summary>Share of right answers: higher is better; equal shares are decided by the loss.</summary>
    Accuracy,

    /// <summary>Cross-entropy: lower is better.</summary>
    Loss,
}
