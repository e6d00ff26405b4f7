using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;

namespace MlNetDigits.Reading.Lines;

/// <summary>Which ink of a line is which digit's, by the places of the digits.</summary>
internal sealed class InkShares
{
    // As shares of a digit's height: the farthest that ink without a digit lies from the digit that it belongs to, and the half width of a digit that no ink was found for.
    private const double Near = 0.12;
    private const double HalfWidth = 0.3;

    private readonly InkPart?[] _bounds;
    private readonly List<int> _left = [];

    private InkShares(int digits, int pieces)
    {
        _bounds = new InkPart?[digits];
        Counts = new int[pieces];
        Digits = new int[pieces];
    }

    /// <summary>Gets how many digits each piece of ink has.</summary>
    public int[] Counts { get; }

    /// <summary>Gets the number of the last digit that each piece has.</summary>
    public int[] Digits { get; }

    /// <summary>Gets the pieces that are no digit's.</summary>
    public IReadOnlyList<int> Left => _left;

    /// <summary>Shares the ink of a line.</summary>
    /// <param name="pieces">Bounds of its pieces of ink.</param>
    /// <param name="places">Middles of the digits from left to right.</param>
    /// <param name="height">Height of a digit.</param>
    public static InkShares Of(InkPart[] pieces, double[] places, int height)
    {
        var shares = new InkShares(places.Length, pieces.Length);
        for (int i = 0; i < pieces.Length; i++)
        {
            for (int digit = 0; digit < places.Length; digit++)
            {
                if (places[digit] >= pieces[i].Left && places[digit] <= pieces[i].Right + 1)
                    (shares.Counts[i], shares.Digits[i]) = (shares.Counts[i] + 1, digit);
            }
        }

        shares.GiveEmptyHanded(pieces, places, height);
        return shares;
    }

    /// <summary>Bounds of each digit's ink.</summary>
    /// <param name="page">The page.</param>
    /// <param name="row">The line.</param>
    /// <param name="pieces">Bounds of its pieces of ink.</param>
    /// <param name="places">Middles of the digits from left to right.</param>
    public InkPart[] Bounds(PageInk page, InkRow row, InkPart[] pieces, double[] places)
    {
        for (int i = 0; i < pieces.Length; i++)
        {
            if (Counts[i] == 1)
                Join(Digits[i], pieces[i]);
            else if (Counts[i] > 1)
                Part(page, row.Labels[i], pieces[i], places);
        }

        for (int i = 0; i < pieces.Length; i++)
        {
            if (Counts[i] == 0)
                GiveToNearest(i, pieces[i], row.Height);
        }

        int half = Math.Max(1, (int)(HalfWidth * row.Height));
        return [.. _bounds.Select((bounds, digit) => bounds ?? new InkPart(0, (int)places[digit] - half, row.Bounds.Top, (int)places[digit] + half, row.Bounds.Bottom))];
    }

    /// <summary>A digit whose middle is between pieces, such as one of two strokes, gets the nearest piece that has none.</summary>
    private void GiveEmptyHanded(InkPart[] pieces, double[] places, int height)
    {
        for (int digit = 0; digit < places.Length; digit++)
        {
            double place = places[digit];
            if (Array.Exists(pieces, piece => place >= piece.Left && place <= piece.Right + 1))
                continue;
            int nearest = -1;
            for (int i = 0; i < pieces.Length; i++)
            {
                if (Counts[i] == 0 && Distance(pieces[i], place) < 0.5 * height && (nearest < 0 || Distance(pieces[i], place) < Distance(pieces[nearest], place)))
                    nearest = i;
            }

            if (nearest >= 0)
                (Counts[nearest], Digits[nearest]) = (1, digit);
        }
    }

    private static double Distance(InkPart piece, double place) => Math.Max(0, Math.Max(piece.Left - place, place - piece.Right));

    private void Join(int digit, InkPart part) => _bounds[digit] = _bounds[digit]?.Join(part) ?? part;

    /// <summary>Parts a piece half-way between the digits that it has.</summary>
    private void Part(PageInk page, int label, InkPart piece, double[] places)
    {
        for (int y = piece.Top; y <= piece.Bottom; y++)
        {
            for (int x = piece.Left, digit = 0; x <= piece.Right; x++)
            {
                while (digit + 1 < places.Length && Math.Abs(places[digit + 1] - x) <= Math.Abs(places[digit] - x))
                    digit++;
                if (page.Labels[(y * page.Field.Width) + x] == label)
                    Join(digit, new InkPart(1, x, y, x, y));
            }
        }
    }

    private void GiveToNearest(int index, InkPart piece, int height)
    {
        int nearest = -1;
        double least = Near * height;
        for (int digit = 0; digit < _bounds.Length; digit++)
        {
            if (_bounds[digit] is { } bounds && Math.Max(piece.Left - bounds.Right, bounds.Left - piece.Right) is var gap && gap <= least)
                (nearest, least) = (digit, gap);
        }

        if (nearest >= 0)
            Join(nearest, piece);
        else
            _left.Add(index);
    }
}
