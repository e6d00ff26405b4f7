using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;

namespace MlNetDigits.Reading;

/// <summary>A sheet's ink in lines, at a size at which its pieces are soon traced.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Page">Its ink.</param>
/// <param name="Rows">Its lines.</param>
internal sealed record SheetLines(GrayImage Sheet, PageInk Page, List<InkRow> Rows)
{
    // A piece takes time by its pixels, of which the recognizer sees few: taller lines are averaged down.
    private const int GreatestHeight = 200;

    /// <summary>Finds the lines; null when there is no ink, or too much.</summary>
    public static SheetLines? Find(GrayImage sheet)
    {
        if (PageInk.Find(DigitNormalizer.FieldOf(sheet), InkField.UsualShare) is not { } page || RowFinder.Find(page) is not { Count: > 0 } rows)
            return null;
        int usual = rows.Select(row => row.Height).Order().ElementAt(rows.Count / 2), longest = Math.Max(sheet.Width, sheet.Height);
        return usual <= GreatestHeight ? new SheetLines(sheet, page, rows) : Find(Resampling.Reduce(sheet, longest * GreatestHeight / usual));
    }

    /// <summary>Gives the place of ink of the sheet in the picture that the sheet was made of.</summary>
    public InkBox BoxOf(InkPart part, GrayImage picture)
    {
        double scale = (double)picture.Width / Sheet.Width;
        // The last block of a side may reach beyond it, and so may a digit for which no ink was found.
        int left = Math.Clamp((int)(part.Left * scale), 0, picture.Width - 1), top = Math.Clamp((int)(part.Top * scale), 0, picture.Height - 1);
        return new InkBox(left, top, Math.Clamp((int)Math.Ceiling((part.Right + 1) * scale), left + 1, picture.Width) - left, Math.Clamp((int)Math.Ceiling((part.Bottom + 1) * scale), top + 1, picture.Height) - top);
    }
}
