using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;
using MlNetDigits.Recognition;

namespace MlNetDigits.Reading.Lattice;

/// <summary>Neighbouring parts of a line, and what the recognizer says of them.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Prediction">The answer.</param>
internal sealed record Piece(CutPiece Parts, DigitPrediction Prediction)
{
    /// <summary>Gets what the parts cover.</summary>
    public InkPart Bounds => Parts.Bounds;
}
