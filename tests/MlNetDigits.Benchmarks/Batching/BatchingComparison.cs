using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using MlNetDigits.Recognition;

namespace MlNetDigits.Benchmarks;

/// <summary>Whether gathering single requests into one run of ONNX Runtime could pay: time per image, alone and in batches.</summary>
internal static class BatchingComparison
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    public static int Run(string model)
    {
        using ServiceProvider services = new ServiceCollection().AddDigitRecognition(model).Services.BuildServiceProvider();
        var pool = services.GetRequiredService<PredictionEnginePool<DigitImage, DigitPrediction>>();
        var recognizer = services.GetRequiredService<IDigitRecognizer>();
        var image = new DigitImage();
        for (int i = 0; i < image.Pixels.Length; i++) image.Pixels[i] = i % 256;

        Console.WriteLine(FormattableString.Invariant($"single, 1 thread:   {Measure(1, () => pool.Predict(image)),8:F1} µs/image"));
        Console.WriteLine(FormattableString.Invariant($"single, 2 threads:  {MeasureThreads(2, () => pool.Predict(image)),8:F1} µs/image"));
        foreach (int size in (int[])[1, 2, 4, 8, 16, 32])
        {
            DigitImage[] batch = [.. Enumerable.Repeat(image, size)];
            Console.WriteLine(FormattableString.Invariant($"batch of {size,2}:        {Measure(size, () => recognizer.PredictBatch(batch)),8:F1} µs/image"));
        }

        return 0;
    }

    private static double MeasureThreads(int threads, Action predict)
    {
        double[] times = new double[threads];
        Thread[] all = [.. Enumerable.Range(0, threads).Select(i => new Thread(() => times[i] = Measure(1, predict)))];
        foreach (Thread thread in all) thread.Start();
        foreach (Thread thread in all) thread.Join();
        return times.Average() / threads;
    }

    private static double Measure(int images, Action predict)
    {
        for (int i = 0; i < 200; i++) predict();
        long start = Stopwatch.GetTimestamp(), count = 0;
        while (Stopwatch.GetElapsedTime(start) < Duration)
        {
            predict();
            count += images;
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
