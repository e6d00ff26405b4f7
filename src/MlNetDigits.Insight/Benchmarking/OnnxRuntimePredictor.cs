using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Benchmarking;

/// <summary>Scores one batch again and again by ONNX Runtime, in memory bound once, which is its fastest way.</summary>
internal sealed class OnnxRuntimePredictor : IDisposable
{
    private static readonly string[] _inputNames = ["Features"], _outputNames = ["Score"];

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly OrtValue[] _inputs, _outputs;

    /// <param name="network">The network to export.</param>
    /// <param name="images">The batch: [images, height, width], of one channel.</param>
    /// <param name="scores">Receives [images, classes].</param>
    /// <param name="threads">Threads of one call.</param>
    public OnnxRuntimePredictor(Network network, float[] images, float[] scores, int threads)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads, GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL };
        _session = new InferenceSession(network.ToOnnx().ToBytes(), options);
        int count = images.Length / network.InputShape.Size;
        _inputs = [OrtValue.CreateTensorValueFromMemory(images, [count, 1, network.InputShape.Height, network.InputShape.Width])];
        _outputs = [OrtValue.CreateTensorValueFromMemory(scores, [count, network.Classes])];
    }

    /// <summary>Scores the batch.</summary>
    public void Run() => _session.Run(_run, _inputNames, _inputs, _outputNames, _outputs);

    public void Dispose()
    {
        _inputs[0].Dispose();
        _outputs[0].Dispose();
        _run.Dispose();
        _session.Dispose();
    }
}
