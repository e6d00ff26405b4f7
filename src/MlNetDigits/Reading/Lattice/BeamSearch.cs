using System.Globalization;
using System.Numerics.Tensors;

namespace MlNetDigits.Reading.Lattice;

/// <summary>Finds the likeliest readings of a line.</summary>
internal static class BeamSearch
{
    public const int Width = 24;

    private const float LeastProbability = 1e-4f;

    // What each pixel height of crossed ink costs, as a share of a digit's height.
    private static readonly double CutCost = P("CUT", 4), CutOnce = P("ONCE", 1);
    static double P(string n, double d) => Environment.GetEnvironmentVariable(n) is { } v ? double.Parse(v, CultureInfo.InvariantCulture) : d;

    private static readonly double JunkCost = P("JUNK", 2);

    // Digits lower than this share of their line grow unlikely, steeply.
    private const double LowHeight = 0.55;
    private const double LowCost = 12;

    private static readonly double WideRatio = P("WIDE", 1.5), WideCost = 4;

    /// <summary>Gives readings from the likeliest on, each with another text.</summary>
    public static List<Hypothesis> Find(RowLattice lattice)
    {
        var beams = new List<Hypothesis>[lattice.Atoms.Count + 1];
        for (int i = 0; i < beams.Length; i++)
            beams[i] = [];
        beams[0].Add(new Hypothesis(null, null, null, 0, ""));
        ILookup<int, Piece> starting = lattice.Pieces.ToLookup(piece => piece.First);
        for (int at = 0; at < lattice.Atoms.Count; at++)
        {
            List<Hypothesis> beam = Prune(beams[at]);
            double cut = lattice.Atoms[at].Crossed is > 0 and var crossed ? -CutOnce - (CutCost * crossed) : 0;
            foreach (Piece piece in starting[at])
            {
                (int? Digit, double Log)[] readings = [.. Readings(piece, lattice)];
                foreach (Hypothesis before in beam)
                {
                    foreach ((int? digit, double log) in readings)
                        beams[piece.End].Add(new Hypothesis(before, piece, digit, before.LogProbability + log + cut, before.Text + digit?.ToString(CultureInfo.InvariantCulture)));
                }
            }
        }

        return Prune(beams[^1]);
    }

    private static List<Hypothesis> Prune(List<Hypothesis> beam) =>
        [.. beam.OrderByDescending(one => one.LogProbability).DistinctBy(one => one.Text).Take(Width)];

    private static IEnumerable<(int? Digit, double Log)> Readings(Piece piece, RowLattice lattice)
    {
        float[] scores = piece.Prediction.Score;
        double digit = piece.Prediction.DigitProbability ?? 1, height = lattice.Row.Height;
        double share = piece.Bounds.Height / height;
        double shape = -LowCost * Math.Pow(Math.Max(0, LowHeight - share) / LowHeight, 1) - (WideCost * Math.Max(0, (piece.Bounds.Width / height) - WideRatio));
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= LeastProbability)
                yield return (i, Math.Log(Math.Max(1e-6, digit * scores[i])) + shape);
        }

        double size = Math.Max(Math.Min(1, share), piece.Bounds.Width / height);
        double small = share < 0.45 && size < 0.8 ? 0 : Math.Log(Math.Max(1e-4, 1 - digit));
        yield return (null, (size * (small - JunkCost)));
    }
}
