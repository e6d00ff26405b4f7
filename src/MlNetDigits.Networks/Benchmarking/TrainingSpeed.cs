namespace MlNetDigits.Networks.Benchmarking;

/// <summary>Training speed on one thread and on several.</summary>
/// <param name="BatchSize">Images for each step.</param>
/// <param name="Threads">Number of several threads.</param>
/// <param name="OneThread">Median images per second on one thread.</param>
/// <param name="AllThreads">Median images per second on several threads.</param>
public sealed record TrainingSpeed(int BatchSize, int Threads, double OneThread, double AllThreads)
{
    /// <summary>How many times as fast several threads are.</summary>
    public double Scaling => AllThreads / OneThread;
}
