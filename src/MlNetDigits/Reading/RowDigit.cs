using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Reading;

/// <summary>A digit of a line, in pixels of the sheet.</summary>
/// <param name="Digit">The digit.</param>
/// <param name="Bounds">Its ink.</param>
/// <param name="Confidence">Probability that it is this digit.</param>
/// <param name="Scores">Probabilities of all ten digits.</param>
internal readonly record struct RowDigit(int Digit, InkPart Bounds, float Confidence, float[] Scores);
