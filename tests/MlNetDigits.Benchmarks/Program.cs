// Measures the engine:
//
//   dotnet run -c Release --project tests/MlNetDigits.Benchmarks [architecture]
//
// prints the processor's measured peak, each layer's share of it, and training speed on one and on all threads.
using System.Globalization;
using MlNetDigits.Networks.Benchmarking;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string architecture = args.FirstOrDefault() ?? "simple";
double peak = PeakBenchmark.Measure(1);
Console.WriteLine($"peak of one thread: {peak:F0} GFLOP/s; of {Environment.ProcessorCount}: {PeakBenchmark.Measure(Environment.ProcessorCount):F0} GFLOP/s");
Console.WriteLine();
Console.WriteLine($"{architecture}, one thread:");
foreach (LayerSpeed row in LayerBenchmark.Measure(architecture))
    Console.WriteLine($"{row.Layer,-12} {row.Pass,-16} {row.FlopsPerImage / 1e6,8:F3} MFLOP  {row.GigaFlops,6:F1} GFLOP/s  {row.GigaFlops / peak,5:P0} of peak");
Console.WriteLine();
foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
{
    double[] speeds = [.. TrainingBenchmark.Measure(architecture, threads).Order()];
    Console.WriteLine($"training {architecture}, batch 128, {threads} thread(s): median {speeds[speeds.Length / 2]:N0} images/s ({speeds[0]:N0} to {speeds[^1]:N0})");
}

return 0;
