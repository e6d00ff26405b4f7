using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Segmentation;

/// <summary>A line of writing in its least parts, and the pieces that neighbouring ones make.</summary>
/// <param name="Row">The line.</param>
/// <param name="Atoms">Its least parts from left to right.</param>
/// <param name="Pieces">Neighbouring parts that may be a digit.</param>
internal sealed record CutRow(InkRow Row, List<Atom> Atoms, List<CutPiece> Pieces)
{
    private const int MostAtoms = 8;

    // As shares of a digit's height: the greatest width of a digit of several parts, and their distance.
    private const double MostWidth = 1.5;
    private const double MostGap = 0.2;

    // As shares of a digit's height: lower and narrower pieces of ink are not cut.
    private const double LeastHeight = 0.4;
    private const double LeastWidth = 0.2;

    /// <summary>Takes each piece of ink as it is.</summary>
    /// <returns>A piece for each label of the line that has ink; its place is the label's.</returns>
    public static List<CutPiece> Whole(PageInk page, InkRow row) =>
        [.. row.Labels.Select((label, i) => Take(page, [label], i, i + 1)).OfType<CutPiece>()];

    /// <summary>Cuts a line.</summary>
    /// <param name="page">The page, whose labels and pieces change.</param>
    /// <param name="row">The line.</param>
    /// <param name="whole">Its pieces of ink.</param>
    /// <param name="isSure">Whether a piece of ink is surely one digit, and not cut.</param>
    public static CutRow Cut(PageInk page, InkRow row, List<CutPiece> whole, Predicate<CutPiece> isSure)
    {
        var atoms = new List<Atom>();
        var pieces = new List<CutPiece>();
        foreach (CutPiece piece in whole)
        {
            int first = atoms.Count, label = row.Labels[piece.First];
            if (MayBeCut(piece, row) && !isSure(piece))
                atoms.AddRange(SeamCuts.Cut(page, label, row.Height));
            else
                atoms.Add(new Atom(label, 0));
            pieces.Add(piece with { First = first, End = atoms.Count });
        }

        HashSet<(int, int)> known = [.. pieces.Select(piece => (piece.First, piece.End))];
        for (int first = 0; first < atoms.Count; first++)
        {
            for (int end = first + 1; end <= Math.Min(atoms.Count, first + MostAtoms); end++)
            {
                if (!known.Contains((first, end)) && MayBeDigit(page, atoms, first, end, row.Height)
                    && Take(page, [.. atoms.Skip(first).Take(end - first).Select(atom => atom.Label)], first, end) is { } piece)
                    pieces.Add(piece);
            }
        }

        return new CutRow(row, atoms, pieces);
    }

    private static bool MayBeCut(CutPiece piece, InkRow row) => piece.Bounds.Height >= LeastHeight * row.Height && piece.Bounds.Width > LeastWidth * row.Height;

    private static bool MayBeDigit(PageInk page, List<Atom> atoms, int first, int end, int height)
    {
        InkPart bounds = page.Parts[atoms[first].Label - 1];
        for (int i = first + 1; i < end; i++)
        {
            InkPart next = page.Parts[atoms[i].Label - 1];
            if (next.Left - bounds.Right > MostGap * height)
                return false;
            bounds = bounds.Join(next);
        }

        return end == first + 1 || bounds.Width <= MostWidth * height;
    }

    private static CutPiece? Take(PageInk page, int[] labels, int first, int end)
    {
        InkPart bounds = page.Parts[labels[0] - 1];
        var kept = new bool[page.Parts.Count];
        kept[labels[0] - 1] = true;
        foreach (int label in labels.AsSpan(1))
        {
            kept[label - 1] = true;
            bounds = bounds.Join(page.Parts[label - 1]);
        }

        return MnistStyle.Place(StrokeShape.Trace(InkMap.Crop(page.Field, page.Labels, kept, bounds))) is { } pixels ? new CutPiece(first, end, bounds, pixels) : null;
    }
}
