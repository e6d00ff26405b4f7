using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.Extensions.Options;
using MlNetDigits.Recognition;

namespace MlNetDigits.Benchmarks.Batching;

/// <summary>Whether gathering single requests into one run of the network pays: requests per second and latency with each number of clients.</summary>
internal static class BatchingComparison
{
    private const int Most = 16;
    private const string OnnxRuntime = "ONNX Runtime";

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    public static async Task<int> Run(string model)
    {
        var registered = new ServiceCollection();
        registered.AddDigitRecognition(model);
        registered.AddOptions<PredictionEnginePoolOptions<DigitImage, DigitPrediction>>(OnnxRuntime)
            .Configure<IOptions<MLOptions>>((options, ml) => options.ModelLoader = new OnnxRuntimeLoader(ml.Value.MLContext, model));
        await using ServiceProvider services = registered.BuildServiceProvider();
        var pool = services.GetRequiredService<PredictionEnginePool<DigitImage, DigitPrediction>>();
        await using var gathering = new GatheringRecognizer(services.GetRequiredService<IDigitRecognizer>(), Most);
        gathering.Start();
        var image = new DigitImage();
        for (int i = 0; i < image.Pixels.Length; i++) image.Pixels[i] = i % 256;

        foreach (int clients in (int[])[1, 4, 16, 64])
        {
            await Print($"{clients,2} clients, one by one by the engine", clients, () => Task.FromResult(pool.Predict(image)));
            await Print($"{clients,2} clients, one by one by ONNX Runtime", clients, () => Task.FromResult(pool.Predict(OnnxRuntime, image)));
            await Print($"{clients,2} clients, gathered for ONNX Runtime", clients, () => gathering.Predict(image));
        }

        return 0;
    }

    private static async Task Print(string name, int clients, Func<Task<DigitPrediction>> predict)
    {
        await Measure(clients, predict, TimeSpan.FromSeconds(1));
        double[] latencies = await Measure(clients, predict, Duration);
        Console.WriteLine(FormattableString.Invariant($"{name,-43}{latencies.Length / Duration.TotalSeconds,9:N0} requests/s, p50 {latencies[latencies.Length / 2],8:F1} µs, p99 {latencies[(int)(latencies.Length * 0.99)],8:F1} µs"));
    }

    private static async Task<double[]> Measure(int clients, Func<Task<DigitPrediction>> predict, TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        List<double>[] all = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>(1 << 16);
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                long asked = Stopwatch.GetTimestamp();
                // As requests of other connections, those of other clients have their turn.
                await Task.Yield();
                await predict();
                mine.Add(Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
            }

            return mine;
        })));
        return [.. all.SelectMany(each => each).Order()];
    }
}
