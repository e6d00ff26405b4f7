using System.Globalization;
using MlNetDigits.Reading.Constraints;

namespace MlNetDigits.Reading.Lattice;

/// <summary>Finds the likeliest readings of a line.</summary>
internal static class BeamSearch
{
    // Readings that are followed, of each number of digits where something is known of the line.
    private const int Width = 24;
    private const int WidthConstrained = 60;

    private const float LeastProbability = 1e-4f;
    private const double Impossible = 1e-6;

    // Cost of a cut, and of the ink that it crosses as a share of a digit's height.
    private const double CutCost = 0.3;
    private const double CrossedCost = 1.5;

    // Cost of leaving out ink, for each digit's height of it; what is this low may be a point or a dash and costs less.
    private const double LeftOutCost = 3;
    private const double LowestDigit = 0.45;

    // Digits lower than this share of their line's height, and wider than that, grow unlikely.
    private const double LowHeight = 0.55;
    private const double LowCost = 12;
    private const double WideRatio = 1.5;
    private const double WideCost = 4;

    /// <summary>Gives readings from the likeliest on, each with another text; none where nothing is as it must be.</summary>
    public static List<Hypothesis> Find(RowLattice lattice, LineConstraint constraint)
    {
        var beams = new List<Hypothesis>[lattice.Atoms.Count + 1];
        for (int i = 0; i < beams.Length; i++)
            beams[i] = [];
        beams[0].Add(new Hypothesis(null, null, null, 0, ""));
        ILookup<int, Piece> starting = lattice.Pieces.ToLookup(piece => piece.Parts.First);
        for (int at = 0; at < lattice.Atoms.Count; at++)
        {
            List<Hypothesis> beam = Prune(beams[at], constraint);
            double cut = lattice.Atoms[at].Crossed is > 0 and var crossed ? -CutCost - (CrossedCost * crossed) : 0;
            foreach (Piece piece in starting[at])
                Follow(beam, beams[piece.Parts.End], piece, cut, lattice.Row.Height, constraint);
        }

        return [.. Prune(beams[^1], constraint).Where(one => constraint.Holds(one.Text)).OrderByDescending(one => one.LogProbability)];
    }

    private static void Follow(List<Hypothesis> beam, List<Hypothesis> next, Piece piece, double cut, int height, LineConstraint constraint)
    {
        (int Digit, double Log)[] readings = [.. Readings(piece, height)];
        double left = LeftOut(piece, height) + cut;
        foreach (Hypothesis before in beam)
        {
            next.Add(new Hypothesis(before, piece, null, before.LogProbability + left, before.Text));
            foreach ((int digit, double log) in readings)
            {
                if (constraint.Allows(before.Text.Length, digit))
                    next.Add(new Hypothesis(before, piece, digit, before.LogProbability + log + cut, before.Text + digit.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static List<Hypothesis> Prune(List<Hypothesis> beam, LineConstraint constraint)
    {
        IEnumerable<Hypothesis> best = beam.OrderByDescending(one => one.LogProbability).DistinctBy(one => one.Text);
        return constraint.IsAny ? [.. best.Take(Width)] : [.. best.GroupBy(one => one.Text.Length).SelectMany(group => group.Take(WidthConstrained))];
    }

    private static IEnumerable<(int Digit, double Log)> Readings(Piece piece, int height)
    {
        float[] scores = piece.Prediction.Score;
        double digit = piece.Prediction.DigitProbability ?? 1;
        double low = Math.Max(0, LowHeight - ((double)piece.Bounds.Height / height)) / LowHeight, wide = Math.Max(0, ((double)piece.Bounds.Width / height) - WideRatio);
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= LeastProbability)
                yield return (i, Math.Log(Math.Max(Impossible, digit * scores[i])) - (LowCost * low) - (WideCost * wide));
        }
    }

    /// <summary>Logarithm of the likelihood that a piece is no digit, for each digit's height of it.</summary>
    private static double LeftOut(Piece piece, int height)
    {
        double share = (double)piece.Bounds.Height / height, size = Math.Max(Math.Min(1, share), (double)piece.Bounds.Width / height);
        double none = share < LowestDigit && size < 0.8 ? 0 : Math.Log(Math.Max(1e-4, 1 - (piece.Prediction.DigitProbability ?? 1)));
        return size * (none - LeftOutCost);
    }
}
