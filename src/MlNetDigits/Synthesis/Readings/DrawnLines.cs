using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Synthesis.Readings;

/// <summary>Pieces of drawn lines as a reader cuts them, labelled by whose ink they have.</summary>
/// <remarks>A piece with a neighbour's strokes, or without a part of its digit, is none: so a network learns where to cut.</remarks>
internal static class DrawnLines
{
    // Shares of a digit's ink, and of a piece's ink that is another's or nobody's.
    private const double LeastOfDigit = 0.88;
    private const double MostOfOthers = 0.08;
    private const double MostOfNobody = 0.35;

    // From which shares on a piece is none; what lies between is left out.
    private const double LeastOfHalf = 0.7;
    private const double LeastOfMixture = 0.2;

    private const byte Ink = 128;

    /// <summary>Reads one line: each digit once, and as many pieces that are none.</summary>
    public static IEnumerable<(byte[] Pixels, byte Label)> Read(SyntheticImage image, ulong seed)
    {
        InkField field = DigitNormalizer.FieldOf(image.ToGray());
        if (PageInk.Find(field, InkField.UsualShare) is not { } page)
            yield break;
        List<CutRow> rows = [.. RowFinder.Find(page).Select(row => CutRow.Cut(page, row, CutRow.Whole(page, row), _ => false))];
        int[] totals = new int[image.Digits.Count + 1];
        var counts = new int[page.Parts.Count + 1, totals.Length];
        var solid = new int[page.Parts.Count + 1, totals.Length];
        for (int i = 0; i < page.Labels.Length; i++)
        {
            int owner = image.Owners[i];
            counts[page.Labels[i], owner]++;
            if (image.Writing.Pixels[i] < Ink)
                continue;
            totals[owner]++;
            solid[page.Labels[i], owner]++;
        }

        var digits = new (byte[] Pixels, double Share)?[totals.Length];
        var none = new List<byte[]>();
        foreach ((CutRow row, CutPiece piece) in rows.SelectMany(row => row.Pieces.Select(piece => (row, piece))))
        {
            int[] labels = [.. row.Atoms.Skip(piece.First).Take(piece.End - piece.First).Select(atom => atom.Label)];
            int owner = Enumerable.Range(1, totals.Length - 1).MaxBy(number => labels.Sum(label => counts[label, number]));
            double own = labels.Sum(label => counts[label, owner]), nobody = labels.Sum(label => counts[label, 0]), area = Enumerable.Range(0, totals.Length).Sum(number => labels.Sum(label => counts[label, number]));
            double share = totals[owner] == 0 ? 0 : labels.Sum(label => solid[label, owner]) / (double)totals[owner], others = (area - own - nobody) / area;
            byte[] pixels = piece.Pixels;
            if (share >= LeastOfDigit && others <= MostOfOthers && nobody <= MostOfNobody * area)
                digits[owner] = digits[owner] is { } known && known.Share >= share - others ? known : (pixels, share - others);
            else if ((share < LeastOfHalf || others > LeastOfMixture) && !DrawnReadings.IsUprightStick(pixels))
                none.Add(pixels);
        }

        for (int owner = 1; owner < totals.Length; owner++)
        {
            if (digits[owner] is { } digit)
                yield return (digit.Pixels, (byte)image.Digits[owner - 1].Digit);
        }

        var random = new RandomStream(seed);
        for (int i = 0; i < image.Digits.Count && none.Count > 0; i++)
        {
            int at = random.Next(none.Count);
            yield return (none[at], DrawnReadings.None);
            none.RemoveAt(at);
        }
    }
}
