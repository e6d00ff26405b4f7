using MlNetDigits.Networks;
using MlNetDigits.Networks.Benchmarking;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Benchmarking;

/// <summary>Measures scoring by the engine and by ONNX Runtime in turns.</summary>
public static class InferenceBenchmark
{
    // Longer than the time that a waiting thread of ONNX Runtime spins, and long enough for clocks and caches to settle.
    private static readonly TimeSpan _warmUp = TimeSpan.FromMilliseconds(20);

    /// <summary>Scores a batch of random images again and again.</summary>
    /// <param name="network">The network, for images of one channel.</param>
    /// <param name="batchSize">Images of each call, at least 1.</param>
    /// <param name="threads">Threads that each contestant may use, at least 1.</param>
    /// <param name="rounds">Turns of each contestant; default 15.</param>
    /// <param name="window">Time of a turn; default 80 ms.</param>
    /// <param name="cancellationToken">Ends the measurement with an exception.</param>
    /// <returns>Both contestants' speed.</returns>
    /// <exception cref="ArgumentException">The network takes images of several channels, or a number is out of range.</exception>
    public static InferenceComparison Compare(Network network, int batchSize, int threads, int rounds = 15, TimeSpan? window = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (network.InputShape.Channels != 1)
            throw new ArgumentException($"The network takes images of {network.InputShape.Channels} channels, but the comparison needs 1: choose another network.", nameof(network));
        var random = new RandomStream(1);
        var images = new float[batchSize * network.InputShape.Size];
        for (int i = 0; i < images.Length; i++) images[i] = random.NextSingle();
        float[] mine = new float[batchSize * network.Classes], others = new float[batchSize * network.Classes];

        using var engine = new NetworkPredictor(network, threads);
        using var onnxRuntime = new OnnxRuntimePredictor(network, images, others, threads);
        double[][] seconds = CallTiming.Measure([() => engine.Predict(images, mine), onnxRuntime.Run], rounds, window ?? TimeSpan.FromMilliseconds(80), _warmUp, cancellationToken);
        double difference = mine.Zip(others, (one, other) => (double)Math.Abs(one - other)).Max();
        return new InferenceComparison(batchSize, threads, CallSpeed.From(seconds[0], batchSize), CallSpeed.From(seconds[1], batchSize), difference);
    }
}
