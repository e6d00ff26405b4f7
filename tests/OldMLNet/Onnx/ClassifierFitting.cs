using Microsoft.ML;
using Microsoft.ML.Transforms.Onnx;

namespace MLNet.Tests.Onnx;

internal static class ClassifierFitting
{
    /// <summary>Fits a model that takes the columns of <see cref="ClassifierInput"/>.</summary>
    public static OnnxTransformer FitClassifier(this MLContext ml, byte[] model) =>
        ml.Transforms.ApplyOnnxModel(new MemoryStream(model)).Fit(ml.Data.LoadFromEnumerable([ClassifierInput.For(0)]));
}
