using MlNetDigits.Images.Segmentation;
using MlNetDigits.Recognition;

namespace MlNetDigits.Reading.Lattice;

/// <summary>All ways to part a line of writing into digits.</summary>
/// <param name="Row">The line.</param>
/// <param name="Atoms">Its least parts from left to right.</param>
/// <param name="Pieces">Neighbouring parts that may be a digit.</param>
internal sealed record RowLattice(InkRow Row, List<Atom> Atoms, List<Piece> Pieces)
{
    // What is surely a digit, and no wider than one is as a share of its height, is not cut.
    private const float Sure = 0.95f;
    private const double SureWidth = 1.1;

    // Where more pieces are found, and fewer of them than this share are digits, there is noise, drawing or print.
    private const int MostOfFew = 80;
    private const double LeastShare = 0.3;

    /// <summary>Parts lines, and asks a recognizer what each piece is.</summary>
    public static List<RowLattice> Build(PageInk page, List<InkRow> rows, IDigitRecognizer recognizer, CancellationToken cancellation)
    {
        bool Continues()
        {
            cancellation.ThrowIfCancellationRequested();
            return true;
        }

        List<CutPiece>[] whole = [.. rows.Where(_ => Continues()).Select(row => CutRow.Whole(page, row))];
        Dictionary<byte[], Piece> known = Score(whole.SelectMany(pieces => pieces), recognizer).ToDictionary(piece => piece.Parts.Pixels);
        if (known.Count > MostOfFew && known.Values.Count(piece => piece.Prediction.IsDigit) < LeastShare * known.Count)
            return [];

        List<CutRow> cut = [.. rows.Where(_ => Continues()).Select((row, i) => CutRow.Cut(page, row, whole[i], piece => Continues() && IsSure(known[piece.Pixels], row)))];
        foreach (Piece piece in Score(cut.SelectMany(row => row.Pieces).Where(piece => !known.ContainsKey(piece.Pixels)), recognizer))
            known.Add(piece.Parts.Pixels, piece);
        return [.. cut.Select(row => new RowLattice(row.Row, row.Atoms, [.. row.Pieces.Select(piece => known[piece.Pixels] with { Parts = piece })]))];
    }

    private static bool IsSure(Piece piece, InkRow row) => piece.Prediction.Evidence >= Sure && piece.Bounds.Width <= SureWidth * row.Height;

    private static IEnumerable<Piece> Score(IEnumerable<CutPiece> pieces, IDigitRecognizer recognizer)
    {
        CutPiece[] all = [.. pieces];
        return all.Zip(recognizer.PredictBatch([.. all.Select(piece => DigitImage.FromPixels(piece.Pixels))]), (piece, prediction) => new Piece(piece, prediction));
    }
}
