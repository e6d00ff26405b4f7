namespace MlNetDigits.Synthesis.Readings;

/// <summary>A piece of a drawn line, and whose ink it has.</summary>
/// <param name="Pixels">The piece as a recognizer sees it, 784 pixels.</param>
/// <param name="Owner">Number from 1 of the digit that most of its ink is of.</param>
/// <param name="Share">Share of that digit's ink that it has.</param>
/// <param name="Others">Share of its ink that is of other digits.</param>
/// <param name="Nobody">Share of its ink that is of no digit.</param>
internal sealed record JudgedPiece(byte[] Pixels, int Owner, double Share, double Others, double Nobody);
