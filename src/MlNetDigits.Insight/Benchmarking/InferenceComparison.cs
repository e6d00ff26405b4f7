using MlNetDigits.Networks.Benchmarking;

namespace MlNetDigits.Benchmarking;

/// <summary>The engine beside ONNX Runtime, on the same network, images and number of threads.</summary>
/// <param name="BatchSize">Images of each call.</param>
/// <param name="Threads">Threads that each may use.</param>
/// <param name="Engine">The engine's own predictor.</param>
/// <param name="OnnxRuntime">ONNX Runtime on the exported model.</param>
/// <param name="LargestDifference">Largest difference between both's probabilities.</param>
public sealed record InferenceComparison(int BatchSize, int Threads, CallSpeed Engine, CallSpeed OnnxRuntime, double LargestDifference)
{
    /// <summary>How many times as many images per second the engine scores, by the medians.</summary>
    public double SpeedRatio => Engine.ImagesPerSecond / OnnxRuntime.ImagesPerSecond;

    /// <summary>The engine's median time of a call as a share of ONNX Runtime's.</summary>
    public double LatencyRatio => Engine.P50 / OnnxRuntime.P50;
}
