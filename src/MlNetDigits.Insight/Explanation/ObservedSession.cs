using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Onnx.Gradients;

namespace MlNetDigits.Explanation;

/// <summary>Runs a model in ONNX Runtime and gives any of its outputs; safe under many threads.</summary>
internal sealed class ObservedSession : IDisposable
{
    private const int BatchSize = 64;

    private readonly InferenceSession _session;
    private readonly string[] _inputNames;
    private readonly long[] _shape;

    /// <param name="model">The model, with all values that will be asked for as outputs.</param>
    /// <param name="input">Its only input.</param>
    /// <param name="threads">Threads of one run; 0 leaves it to ONNX Runtime.</param>
    public ObservedSession(OnnxModel model, OnnxValueInfo input, int threads)
    {
        using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, IntraOpNumThreads = threads };
        // Threads that spin between runs would take the cores from other requests.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = new InferenceSession(model.ToBytes(), options);
        _inputNames = [input.Name];
        MostImages = input.Dimensions![0].Size is { } size ? (int)size : BatchSize;
        _shape = [0, .. input.Dimensions!.Skip(1).Select(dimension => dimension.Size!.Value)];
    }

    /// <summary>Images that one run takes at most; a model may be fixed to one.</summary>
    public int MostImages { get; }

    /// <summary>Runs a batch.</summary>
    /// <param name="pixels">Raw pixels of 0-255, image by image.</param>
    /// <param name="count">Number of images.</param>
    /// <param name="names">Outputs to give.</param>
    public Dictionary<string, OnnxActivation> Run(float[] pixels, int count, IReadOnlyList<string> names)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(pixels, [count, .. _shape.AsSpan(1)]);
        using var run = new RunOptions();
        using var outputs = _session.Run(run, _inputNames, [input], names);
        var values = new Dictionary<string, OnnxActivation>(names.Count);
        for (int i = 0; i < names.Count; i++)
        {
            OrtTensorTypeAndShapeInfo type = outputs[i].GetTensorTypeAndShape();
            values[names[i]] = new OnnxActivation([.. type.Shape.Select(size => (int)size)], outputs[i].GetTensorDataAsSpan<float>().ToArray());
        }

        return values;
    }

    public void Dispose() => _session.Dispose();
}
