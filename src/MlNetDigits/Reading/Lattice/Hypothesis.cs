namespace MlNetDigits.Reading.Lattice;

/// <summary>One way to read the first parts of a line.</summary>
/// <param name="Before">The way up to the last piece; null at the start.</param>
/// <param name="Piece">The last piece; null at the start.</param>
/// <param name="Digit">What it is read as; null for what is no digit.</param>
/// <param name="LogProbability">Logarithm of its likelihood.</param>
/// <param name="Text">The digits.</param>
internal sealed record Hypothesis(Hypothesis? Before, Piece? Piece, int? Digit, double LogProbability, string Text)
{
    /// <summary>The pieces from the first to the last.</summary>
    public IEnumerable<Hypothesis> Steps() => Before is null ? [] : Before.Steps().Append(this);
}
