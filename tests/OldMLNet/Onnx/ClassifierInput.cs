using Microsoft.ML.Data;

namespace MLNet.Tests.Onnx;

/// <summary>A row for <see cref="OnnxModels.Classifier"/>.</summary>
internal sealed class ClassifierInput
{
    [VectorType(3)]
    public float[] Pixels { get; set; } = [];

    /// <summary>A row that the classifier gives a label.</summary>
    public static ClassifierInput For(int label)
    {
        var input = new ClassifierInput { Pixels = new float[3] };
        input.Pixels[label] = 10;
        return input;
    }
}
