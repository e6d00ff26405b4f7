using MlNetDigits.Networks.Benchmarking;

namespace MlNetDigits.Benchmarking;

/// <summary>What a benchmark measured.</summary>
/// <param name="Architecture">Name of the architecture.</param>
/// <param name="Threads">Number of threads that "all" means.</param>
/// <param name="PeakOneThread">Fused multiply-adds of one thread in giga floating-point operations per second.</param>
/// <param name="PeakAllThreads">The same of all threads.</param>
/// <param name="Layers">Each layer and pass on one thread.</param>
/// <param name="Training">Training speed.</param>
/// <param name="Throughput">Scoring of large batches on all threads.</param>
/// <param name="Latency">Scoring of single images on all threads.</param>
public sealed record BenchmarkReport(
    string Architecture, int Threads, double PeakOneThread, double PeakAllThreads, IReadOnlyList<LayerSpeed> Layers, TrainingSpeed Training, InferenceComparison Throughput, InferenceComparison Latency);
