namespace MLNet.Tests.Onnx;

/// <summary>What <see cref="OnnxModels.Classifier"/> gives.</summary>
internal sealed class ClassifierOutput
{
    public float[] Score { get; set; } = [];

    public long[] PredictedLabel { get; set; } = [];
}
