// Measures the engine, as `mlnet-digits benchmark` does:
//
//   dotnet run -c Release --project tests/MlNetDigits.Benchmarks [architecture] [inference]
//
// prints the processor's measured peak, each layer's share of it, training speed on one and on all threads, and scoring beside
// ONNX Runtime; with `inference` only the latter and the layers.
//
//   dotnet run -c Release --project tests/MlNetDigits.Benchmarks load http://localhost:5000/v1/predict [connections=16] [seconds=10]
//       [rate=N] [image=file] [process=N]
//
// loads a running web service, as fast as it answers or at a fixed rate; with the number of its process, tells what it uses;
//
//   dotnet run -c Release --project tests/MlNetDigits.Benchmarks soak http://localhost:5000/v1/predict model=served.onnx with=other.onnx
//       [minutes=10] [every=5] [interval=30] [connections=16] [rate=N] [process=N]
//
// loads it for long while another model, its own and a damaged one take each other's place;
//
//   dotnet run -c Release --project tests/MlNetDigits.Benchmarks baseline [http://localhost:5001]
//
// serves what that is compared with, an endpoint that reads the body and answers a constant, and
//
//   dotnet run -c Release --project tests/MlNetDigits.Benchmarks batching model.onnx
//
// tells whether gathering single requests for at most 1 ms into one run of the network pays, with 1 to 64 clients.
using System.Globalization;
using MlNetDigits.Benchmarks.Batching;
using MlNetDigits.Benchmarks.Load;
using MlNetDigits.Benchmarking;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Benchmarking;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.FirstOrDefault() == "load") return await LoadCommand.Run(args[1..]);
if (args.FirstOrDefault() == "soak") return await SoakCommand.Run(args[1..]);
if (args.FirstOrDefault() == "baseline") return Baseline.Run(args.ElementAtOrDefault(1) ?? "http://localhost:5001");
if (args.FirstOrDefault() == "batching") return await BatchingComparison.Run(args[1]);
string architecture = args.FirstOrDefault() ?? "simple";
if (args.Contains("inference"))
{
    Network network = Architecture.Create(architecture, new Shape(28, 28, 1), 10);
    Print(LayerBenchmark.Measure(network), PeakBenchmark.Measure(1));
    Compare(InferenceBenchmark.Compare(network, 256, Environment.ProcessorCount));
    Compare(InferenceBenchmark.Compare(network, 1, Environment.ProcessorCount));
    Compare(InferenceBenchmark.Compare(network, 1, 1));
    return 0;
}

BenchmarkReport report = DigitBenchmark.Run(new BenchmarkOptions { Architecture = architecture });
Console.WriteLine($"peak of one thread: {report.PeakOneThread:F0} GFLOP/s; of {report.Threads}: {report.PeakAllThreads:F0} GFLOP/s");
Print(report.Layers, report.PeakOneThread);
Console.WriteLine($"training, batch {report.Training.BatchSize}: {report.Training.OneThread:N0} images/s on 1 thread, {report.Training.AllThreads:N0} on {report.Training.Threads}: {report.Training.Scaling:F2} times");
Compare(report.Throughput);
Compare(report.Latency);
return 0;

static void Print(IEnumerable<LayerSpeed> layers, double peak)
{
    foreach (LayerSpeed row in layers)
        Console.WriteLine($"{row.Layer,-20} {row.Pass,-16} {row.MicrosecondsPerImage,9:F3} µs/image  {row.GigaFlops,6:F1} GFLOP/s  {row.GigaFlops / peak,5:P0} of peak  {row.Kind}");
}

static void Compare(InferenceComparison it)
{
    Console.WriteLine($"batch {it.BatchSize}, {it.Threads} thread(s): engine {it.Engine.ImagesPerSecond:N0}, ONNX Runtime {it.OnnxRuntime.ImagesPerSecond:N0} images/s: {it.SpeedRatio:F2} times; difference {it.LargestDifference:E1}");
    foreach ((string name, CallSpeed speed) in new[] { ("engine", it.Engine), ("ONNX Runtime", it.OnnxRuntime) })
        Console.WriteLine($"  {name,-12} p50 {speed.P50:F1} µs, p90 {speed.P90:F1} µs, p99 {speed.P99:F1} µs");
}
