namespace MlNetDigits.Networks.Training;

/// <summary>All that decides how training goes on after an epoch.</summary>
internal sealed class TrainingState
{
    public TrainingState(Network network, TrainingOptions options)
    {
        Weights = network.State;
        Moments = new float[options.Optimizer.StateVectors][];
        for (int i = 0; i < Moments.Length; i++) Moments[i] = new float[network.ParameterCount];
        Average = options.AverageDecay > 0 ? GC.AllocateUninitializedArray<float>(Weights.Length, pinned: true) : Weights;
        Weights.CopyTo(Average, 0);
        Best = [.. Weights];
    }

    /// <summary>Epochs done.</summary>
    public int Epoch { get; set; }

    /// <summary>Steps done.</summary>
    public long Step { get; set; }

    /// <summary>Parameters and statistics in training: the network's own.</summary>
    public float[] Weights { get; }

    /// <summary>The optimizer's vectors.</summary>
    public float[][] Moments { get; }

    /// <summary>Moving average of the weights; the weights themselves when there is none.</summary>
    public float[] Average { get; }

    /// <summary>The best weights so far.</summary>
    public float[] Best { get; }

    /// <summary>Epoch of the best weights; 0 before the first.</summary>
    public int BestEpoch { get; set; }

    /// <summary>Time spent so far.</summary>
    public double Seconds { get; set; }

    public List<EpochMetrics> History { get; } = [];

    /// <summary>Every vector of floats, in the order of a checkpoint.</summary>
    public IEnumerable<float[]> Vectors => ReferenceEquals(Average, Weights) ? [Weights, .. Moments, Best] : [Weights, .. Moments, Average, Best];
}
