using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Synthesis.Readings;

/// <summary>Pieces of ink of drawn lines, labelled by whose they are.</summary>
/// <remarks>A piece with a neighbour's strokes, or without a part of its digit, is none: so a network learns which ink is one digit.</remarks>
internal static class DrawnLines
{
    // Shares of a digit's ink, and of a piece's ink that is another's or nobody's.
    private const double LeastOfDigit = 0.88;
    private const double MostOfOthers = 0.08;
    private const double MostOfNobody = 0.35;

    // From which shares on a piece is none; what lies between is left out.
    private const double LeastOfHalf = 0.7;
    private const double LeastOfMixture = 0.2;

    /// <summary>Reads one line: each digit once, and as many pieces that are none.</summary>
    public static IEnumerable<(byte[] Pixels, byte Label)> Read(SyntheticImage image, ulong seed)
    {
        List<JudgedPiece> pieces = Judge(image);
        foreach (IGrouping<int, JudgedPiece> digit in pieces.Where(IsDigit).GroupBy(piece => piece.Owner).OrderBy(digit => digit.Key))
            yield return (digit.MaxBy(piece => piece.Share - piece.Others)!.Pixels, (byte)image.Digits[digit.Key - 1].Digit);

        List<JudgedPiece> none = [.. pieces.Where(IsNone)];
        var random = new RandomStream(seed);
        for (int i = 0; i < image.Digits.Count && none.Count > 0; i++)
        {
            int at = random.Next(none.Count);
            yield return (none[at].Pixels, DrawnReadings.None);
            none.RemoveAt(at);
        }
    }

    /// <summary>Takes the pieces of a line's ink, and tells whose each is.</summary>
    internal static List<JudgedPiece> Judge(SyntheticImage image)
    {
        if (PageInk.Find(DigitNormalizer.FieldOf(image.ToGray()), InkField.UsualShare) is not { } page)
            return [];
        InkCount count = InkCount.Of(image, page);
        int[] labels = [.. RowFinder.Find(page).SelectMany(row => row.Labels)];
        return [.. labels.Zip(PieceImages.Of(page, labels)).Where(piece => piece.Second is not null).Select(piece => count.Judge(piece.First, piece.Second!))];
    }

    private static bool IsDigit(JudgedPiece piece) => piece.Share >= LeastOfDigit && piece.Others <= MostOfOthers && piece.Nobody <= MostOfNobody;

    private static bool IsNone(JudgedPiece piece) => (piece.Share < LeastOfHalf || piece.Others > LeastOfMixture) && !DrawnReadings.IsUprightStick(piece.Pixels);
}
