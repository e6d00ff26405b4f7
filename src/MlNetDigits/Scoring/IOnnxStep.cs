using Microsoft.ML;

namespace MlNetDigits.Scoring;

/// <summary>A step that is saved and exported as an ONNX step, whoever computes it.</summary>
internal interface IOnnxStep
{
    /// <summary>The ONNX step.</summary>
    ITransformer Onnx { get; }
}
