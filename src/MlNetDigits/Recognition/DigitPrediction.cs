using System.Numerics.Tensors;
using System.Text.Json.Serialization;
using Microsoft.ML.Data;
using MlNetDigits.Networks.Calibration;

namespace MlNetDigits.Recognition;

/// <summary>What a network says about one image, as ML.NET's output row.</summary>
public sealed class DigitPrediction
{
    /// <summary>The digit score from which on an image is taken for a digit; trainings move scores so that it fits.</summary>
    public const float DefaultThreshold = RejectionCalibration.Threshold;

    /// <summary>Probability of each class, for digits 0-9; they add up to 1.</summary>
    public float[] Score { get; set; } = [];

    /// <summary>The likeliest class, in the vector of length 1 that ONNX gives.</summary>
    public long[] PredictedLabel { get; set; } = [];

    /// <summary>Probability that the image shows any of the classes at all, in a vector of length 1.</summary>
    /// <value>Default empty, as it stays for a model that cannot tell; JSON has <see cref="DigitProbability"/> instead.</value>
    [JsonIgnore]
    public float[] DigitScore { get; set; } = [];

    /// <summary>The reading that was scored, where another than the picture's first gave the better scores.</summary>
    /// <value>Default null: the image itself.</value>
    [NoColumn]
    [JsonIgnore]
    public DigitImage? Reading { get; set; }

    /// <summary>Place of the likeliest class from 0; for digits the digit itself.</summary>
    [NoColumn]
    public int Digit => TensorPrimitives.IndexOfMax<float>(Score);

    /// <summary>Probability of the likeliest class, 0-1.</summary>
    [NoColumn]
    public float Confidence => Score.Length == 0 ? 0 : MathF.Min(1, Score[Digit]);

    /// <summary>Probability that the image shows a digit, 0-1; null, and left out of JSON, for a model that cannot tell.</summary>
    [NoColumn]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float? DigitProbability => DigitScore is [var score] ? score : null;

    /// <summary>Whether the image shows a digit, by a <see cref="DigitProbability"/> of at least 0.5; true where that is null.</summary>
    [NoColumn]
    [JsonIgnore]
    public bool IsDigit => IsDigitAt(DefaultThreshold);

    /// <summary>Probability that the image shows the likeliest digit: its confidence, given that there is one, times that there is one.</summary>
    [NoColumn]
    internal float Evidence => (DigitProbability ?? 1) * Confidence;

    /// <summary>Probability that the image shows a digit, and this one.</summary>
    internal float EvidenceOf(int digit) => (DigitProbability ?? 1) * MathF.Min(1, Score[digit]);

    /// <summary>Whether the image shows a digit, by a threshold of one's own.</summary>
    /// <param name="threshold">Least probability of a digit, 0-1; 0 takes every image for one.</param>
    public bool IsDigitAt(float threshold) => !(DigitProbability < threshold);
}
