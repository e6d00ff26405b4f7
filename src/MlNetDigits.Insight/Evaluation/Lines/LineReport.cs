namespace MlNetDigits.Evaluation.Lines;

/// <summary>How well lines of digits were read.</summary>
/// <param name="Name">What was read.</param>
/// <param name="Lines">Number of pictures, each with one text.</param>
/// <param name="Exact">Share of pictures whose text was read wholly right, with Wilson's interval.</param>
/// <param name="DigitErrors">Digits to insert, delete or replace, as a share of the digits that were written; of one where none were.</param>
/// <param name="Seconds">Mean time to read a picture in seconds, decoding left out, while others are read beside it.</param>
public sealed record LineReport(string Name, int Lines, ConfidenceInterval Exact, double DigitErrors, double Seconds);
