using MlNetDigits.Images.Normalization;
using MlNetDigits.Recognition;

namespace MlNetDigits.Reading.Lattice;

/// <summary>Neighbouring parts of a line that may be one digit.</summary>
internal sealed class Piece(int first, int end, InkPart bounds, DigitImage image)
{
    /// <summary>Gets the place of the first part in the line.</summary>
    public int First => first;

    /// <summary>Gets the place behind the last part.</summary>
    public int End => end;

    /// <summary>Gets what the parts cover.</summary>
    public InkPart Bounds => bounds;

    /// <summary>Gets the parts in MNIST's form.</summary>
    public DigitImage Image => image;

    /// <summary>Gets or sets what the recognizer says.</summary>
    public DigitPrediction Prediction { get; set; } = new();

    /// <summary>Gets how sure the recognizer is that it is this very digit.</summary>
    public float Evidence => (Prediction.DigitProbability ?? 1) * Prediction.Confidence;
}
