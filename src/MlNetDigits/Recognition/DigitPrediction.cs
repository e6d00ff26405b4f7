using System.Numerics.Tensors;
using Microsoft.ML.Data;

namespace MlNetDigits.Recognition;

/// <summary>What a network says about one image, as ML.NET's output row.</summary>
public sealed class DigitPrediction
{
    /// <summary>Probability of each class, for digits 0-9; they add up to 1.</summary>
    public float[] Score { get; set; } = [];

    /// <summary>The likeliest class, in the vector of length 1 that ONNX gives.</summary>
    public long[] PredictedLabel { get; set; } = [];

    /// <summary>Place of the likeliest class from 0; for digits the digit itself.</summary>
    [NoColumn]
    public int Digit => TensorPrimitives.IndexOfMax<float>(Score);

    /// <summary>Probability of the likeliest class, 0-1.</summary>
    [NoColumn]
    public float Confidence => Score.Length == 0 ? 0 : MathF.Min(1, Score[Digit]);
}
