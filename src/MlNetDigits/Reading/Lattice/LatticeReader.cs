using MlNetDigits.Images.Segmentation;
using MlNetDigits.Reading.Constraints;
using MlNetDigits.Recognition;

namespace MlNetDigits.Reading.Lattice;

/// <summary>Reads lines by cutting them into pieces that a recognizer of single digits scores.</summary>
/// <param name="recognizer">The recognizer.</param>
/// <param name="constraint">What is known of a line.</param>
internal sealed class LatticeReader(IDigitRecognizer recognizer, LineConstraint constraint)
{
    // Ink that is no digit is told from this share of the line's height on.
    private const double LeastOther = 0.5;

    /// <summary>Reads the lines of a page, whose ink is cut.</summary>
    public IEnumerable<ReadRow> Read(PageInk page, List<InkRow> rows, CancellationToken cancellation)
    {
        foreach (RowLattice lattice in RowLattice.Build(page, rows, recognizer, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Read(lattice);
        }
    }

    private ReadRow Read(RowLattice lattice)
    {
        List<Hypothesis> found = BeamSearch.Find(lattice, constraint);
        bool isValid = found.Count > 0;
        if (!isValid)
            found = BeamSearch.Find(lattice, LineConstraint.None);
        Hypothesis best = found[0];
        Hypothesis[] steps = [.. best.Steps()];
        return new ReadRow(
            best.Text,
            isValid,
            [.. steps.Where(step => step.Digit is not null).Select(ToDigit)],
            [.. found.Select(one => (one.Text, Math.Exp(one.LogProbability - best.LogProbability)))],
            [.. steps.Where(step => step.Digit is null && step.Piece!.Bounds.Height >= LeastOther * lattice.Row.Height).Select(step => step.Piece!.Bounds)]);
    }

    private static RowDigit ToDigit(Hypothesis step)
    {
        (int digit, DigitPrediction prediction) = (step.Digit!.Value, step.Piece!.Prediction);
        return new RowDigit(digit, step.Piece.Bounds, prediction.EvidenceOf(digit), prediction.Score);
    }
}
