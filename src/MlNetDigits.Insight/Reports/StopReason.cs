namespace MlNetDigits.Reports;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were run.</summary>
    Epochs,

    /// <summary>Validation had stopped improving.</summary>
    EarlyStopping,

    /// <summary>The user or the caller cancelled.</summary>
    Cancellation,

    /// <summary>The time that training might take was over.</summary>
    TrainTime,
}
