using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Benchmarking;

namespace MlNetDigits.Benchmarking;

/// <summary>Measures an architecture on this machine: kernels, training, and scoring beside ONNX Runtime.</summary>
public static class DigitBenchmark
{
    /// <summary>Runs all measurements, about half a minute with default options.</summary>
    /// <param name="options">What to measure; default <see cref="BenchmarkOptions"/>.</param>
    /// <param name="stage">Told the name of each measurement before it starts; default nobody.</param>
    /// <param name="cancellationToken">Ends the measurement with an exception.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static BenchmarkReport Run(BenchmarkOptions? options = null, Action<string>? stage = null, CancellationToken cancellationToken = default)
    {
        options ??= new BenchmarkOptions();
        options.Validate();
        int threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        Network network = Architecture.Create(options.Architecture, new Shape(28, 28, 1), 10);

        Enter("peak");
        double one = PeakBenchmark.Measure(1, 20 * options.Rounds), all = threads > 1 ? PeakBenchmark.Measure(threads, 20 * options.Rounds) : one;
        Enter("layers");
        IReadOnlyList<LayerSpeed> layers = LayerBenchmark.Measure(network, options.Window);
        Enter("training");
        TrainingSpeed training = TrainingBenchmark.Compare(network.Architecture, threads, options.TrainingBatchSize, options.TrainingImages, (options.Rounds + 2) / 3, cancellationToken);
        Enter("throughput");
        InferenceComparison throughput = InferenceBenchmark.Compare(network, options.InferenceBatchSize, threads, options.Rounds, options.Window, cancellationToken);
        Enter("latency");
        InferenceComparison latency = InferenceBenchmark.Compare(network, 1, threads, options.Rounds, options.Window, cancellationToken);
        return new BenchmarkReport(network.Architecture, threads, one, all, layers, training, throughput, latency);

        void Enter(string name)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stage?.Invoke(name);
        }
    }
}
