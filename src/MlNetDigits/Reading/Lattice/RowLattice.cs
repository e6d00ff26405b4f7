using MlNetDigits.Images.Normalization;
using MlNetDigits.Reading.Segmentation;
using MlNetDigits.Recognition;

namespace MlNetDigits.Reading.Lattice;

/// <summary>All ways to part a line of writing into digits.</summary>
/// <param name="Row">The line.</param>
/// <param name="Atoms">Its least parts from left to right.</param>
/// <param name="Pieces">Neighbouring parts that may be a digit.</param>
internal sealed record RowLattice(InkRow Row, List<Atom> Atoms, List<Piece> Pieces)
{
    private const int MostAtoms = 8;

    // As shares of a digit's height: the greatest width of a digit of several parts, and their distance.
    private const double MostWidth = 1.5;
    private const double MostGap = 0.2;

    // What is surely a digit, and no wider than one is, is not cut.
    private const float Sure = 0.95f;
    private const double SureWidth = 1.1;

    // Where more pieces are found, and fewer of them than this share are digits, there is noise, drawing or print.
    private const int MostOfFew = 80;
    private const double LeastShare = 0.3;

    /// <summary>Parts lines, and asks a recognizer what each piece is.</summary>
    public static List<RowLattice> Build(PageInk page, List<InkRow> rows, IDigitRecognizer recognizer)
    {
        List<Piece>[] whole = [.. rows.Select(row => row.Labels.Select((label, i) => Take(page, [label], i, i + 1)).OfType<Piece>().ToList())];
        List<Piece> all = [.. whole.SelectMany(pieces => pieces)];
        Score(all, recognizer);
        if (all.Count > MostOfFew && all.Count(piece => piece.Prediction.IsDigit) < LeastShare * all.Count)
            return [];
        List<RowLattice> lattices = [.. rows.Select((row, i) => Part(page, row, whole[i]))];
        Score([.. lattices.SelectMany(lattice => lattice.Pieces).Where(piece => piece.Prediction.Score.Length == 0)], recognizer);
        return lattices;
    }

    /// <summary>Parts lines wherever they may be cut, without asking what the pieces are.</summary>
    public static List<RowLattice> BuildAll(PageInk page, List<InkRow> rows) =>
        [.. rows.Select(row => Part(page, row, [.. row.Labels.Select((label, i) => Take(page, [label], i, i + 1)).OfType<Piece>()]))];

    private static RowLattice Part(PageInk page, InkRow row, List<Piece> whole)
    {
        var atoms = new List<Atom>();
        var known = new List<Piece>();
        for (int i = 0; i < row.Labels.Length; i++)
        {
            Piece? piece = whole.Find(one => one.First == i);
            int first = atoms.Count;
            if (piece is null)
                continue;
            if (NeedsCuts(piece, row))
                atoms.AddRange(SeamCuts.Cut(page, row.Labels[i], row.Height).Select(part => new Atom(part.Label, part.Crossed)));
            else
                atoms.Add(new Atom(row.Labels[i], 0));
            known.Add(new Piece(first, atoms.Count, piece.Bounds, piece.Image) { Prediction = piece.Prediction });
        }

        var pieces = new List<Piece>(known);
        for (int first = 0; first < atoms.Count; first++)
        {
            for (int end = first + 1; end <= Math.Min(atoms.Count, first + MostAtoms); end++)
            {
                if (!known.Exists(piece => piece.First == first && piece.End == end) && MayBeDigit(page, atoms, first, end, row.Height)
                    && Take(page, [.. atoms.Skip(first).Take(end - first).Select(atom => atom.Label)], first, end) is { } piece)
                    pieces.Add(piece);
            }
        }

        return new RowLattice(row, atoms, pieces);
    }

    private static bool NeedsCuts(Piece piece, InkRow row) =>
        piece.Bounds.Height >= 0.4 * row.Height && (piece.Evidence < Sure || piece.Bounds.Width > SureWidth * row.Height) && piece.Bounds.Width > 0.2 * row.Height;

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

    private static Piece? Take(PageInk page, int[] labels, int first, int end)
    {
        InkPart bounds = page.Parts[labels[0] - 1];
        var kept = new bool[page.Parts.Count];
        foreach (int label in labels)
        {
            kept[label - 1] = true;
            bounds = bounds.Join(page.Parts[label - 1]);
        }

        bounds = bounds with { Area = labels.Sum(label => page.Parts[label - 1].Area) };
        return MnistStyle.Place(StrokeShape.Trace(InkMap.Crop(page.Field, page.Labels, kept, bounds))) is { } pixels
            ? new Piece(first, end, bounds, DigitImage.FromPixels(pixels)) : null;
    }

    private static void Score(List<Piece> pieces, IDigitRecognizer recognizer)
    {
        DigitPrediction[] predictions = recognizer.PredictBatch([.. pieces.Select(piece => piece.Image)]);
        for (int i = 0; i < predictions.Length; i++)
            pieces[i].Prediction = predictions[i];
    }
}
