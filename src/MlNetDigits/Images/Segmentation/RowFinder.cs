using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Segmentation;

/// <summary>Puts pieces of ink into lines of writing, which may climb or fall.</summary>
internal static class RowFinder
{
    // Heights of what may be a digit, as shares of the usual height.
    private const double LeastHeight = 0.45;
    private const double GreatestHeight = 3;

    // Digits of fewer rows are not told apart, and more pieces are noise.
    private const int LeastPixels = 7;
    private const int MostPieces = 20_000;

    // Pieces of a line overlap by this share of the lower one's height.
    private const double LeastOverlap = 0.35;

    // A line is followed over gaps of this many heights; beyond, columns start.
    private const int Followed = 3;

    // Reach of a line above and below its digits for dots and hats, as a share of their height.
    private const double Reach = 0.25;

    /// <summary>Finds the lines from top to bottom.</summary>
    public static List<InkRow> Find(PageInk page)
    {
        int[] strokes = [.. Enumerable.Range(0, page.Parts.Count).Where(i => !page.IsSpeck(page.Parts[i]))];
        if (strokes.Length == 0)
            return [];
        int usual = UsualHeight([.. strokes.Select(i => page.Parts[i])]);
        if (usual < LeastPixels || strokes.Length > MostPieces)
            return [];
        var rows = new List<List<int>>();
        foreach (int i in strokes.Where(i => IsBody(page.Parts[i], usual)).OrderBy(i => page.Parts[i].Left).ThenBy(i => i))
        {
            if (rows.MaxBy(row => Overlap(row, page, i)) is { } best && Overlap(best, page, i) >= LeastOverlap)
                best.Add(i);
            else
                rows.Add([i]);
        }

        foreach (int i in strokes.Where(i => page.Parts[i].Height < LeastHeight * usual))
            rows.FirstOrDefault(row => IsBeside(row, page, i, usual))?.Add(i);
        return [.. rows.Select(row => ToRow(row, page)).OrderBy(row => row.Bounds.Top + (row.Bounds.Height / 2))];
    }

    /// <summary>The height that half of all pieces' heights, added up, lies above.</summary>
    public static int UsualHeight(InkPart[] parts)
    {
        Array.Sort(parts, (one, other) => one.Height.CompareTo(other.Height));
        long half = parts.Sum(part => (long)part.Height) / 2, seen = 0;
        foreach (InkPart part in parts)
        {
            seen += part.Height;
            if (seen >= half)
                return part.Height;
        }

        return parts[^1].Height;
    }

    private static bool IsBody(InkPart part, int usual) => part.Height >= LeastHeight * usual && part.Height <= GreatestHeight * usual;

    /// <summary>Share of the lower one's height that a piece shares with the end of a line.</summary>
    private static double Overlap(List<int> row, PageInk page, int index)
    {
        InkPart part = page.Parts[index], end = page.Parts[row[^1]];
        // A tall piece beside a low one says little of the line: the piece before speaks too.
        if (row.Count > 1 && page.Parts[row[^2]] is var before && part.Left - before.Right < Followed * before.Height)
            end = end.Join(before);
        double common = Math.Min(part.Bottom, end.Bottom) - Math.Max(part.Top, end.Top) + 1;
        return common / Math.Min(part.Height, end.Height);
    }

    private static bool IsBeside(List<int> row, PageInk page, int index, int usual)
    {
        InkPart part = page.Parts[index];
        int middle = (part.Top + part.Bottom) / 2, centre = (part.Left + part.Right) / 2;
        InkPart near = page.Parts[row.MinBy(i => Math.Abs(((page.Parts[i].Left + page.Parts[i].Right) / 2) - centre))];
        return middle >= near.Top - (Reach * usual) && middle <= near.Bottom + (Reach * usual)
            && part.Left - near.Right < 2 * usual && near.Left - part.Right < 2 * usual;
    }

    private static InkRow ToRow(List<int> row, PageInk page)
    {
        InkPart bounds = page.Parts[row[0]];
        foreach (int i in row)
            bounds = bounds.Join(page.Parts[i]);
        return new InkRow([.. row.OrderBy(i => page.Parts[i].Left + page.Parts[i].Right).ThenBy(i => i).Select(i => i + 1)], bounds, UsualHeight([.. row.Select(i => page.Parts[i])]));
    }
}
