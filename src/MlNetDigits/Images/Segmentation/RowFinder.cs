using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Segmentation;

/// <summary>Puts pieces of ink into lines of writing, which may climb or fall.</summary>
internal static class RowFinder
{
    // Heights of what may be a digit, as shares of the usual height.
    private const double LeastHeight = 0.45;
    private const double GreatestHeight = 3;

    // Digits of fewer rows are not told apart. More strokes, or more in lines, are noise, drawing or print.
    private const int LeastPixels = 7;
    private const int MostStrokes = 20_000;
    private const int MostPieces = 2000;

    // Pieces of a line overlap by this share of the lower one's height.
    private const double LeastOverlap = 0.35;

    // A line is followed over gaps of this many heights; beyond, columns start.
    private const int Followed = 3;

    // Reach of a line above and below its digits for dots and hats, and beside them, as shares of their height.
    private const double Reach = 0.25;
    private const double Vicinity = 1.5;

    /// <summary>Finds the lines from top to bottom; none when there are no digits, or too many.</summary>
    public static List<InkRow> Find(PageInk page)
    {
        int[] strokes = [.. Enumerable.Range(0, page.Parts.Count).Where(i => !page.IsSpeck(page.Parts[i]))];
        if (strokes.Length is 0 or > MostStrokes)
            return [];
        int usual = UsualHeight([.. strokes.Select(i => page.Parts[i])]);
        int[] bodies = [.. strokes.Where(i => IsBody(page.Parts[i], usual)).OrderBy(i => page.Parts[i].Left).ThenBy(i => i)];
        if (usual < LeastPixels || bodies.Length > MostPieces)
            return [];
        List<List<int>> rows = Join(Chain(page, bodies), page, usual);
        List<int>[] small = [.. rows.Select(_ => new List<int>())];
        foreach (int i in strokes.Where(i => page.Parts[i].Height < LeastHeight * usual))
        {
            if (rows.FindIndex(row => IsBeside(row, page, i, usual, Reach * usual)) is >= 0 and var at)
                small[at].Add(i);
        }

        return bodies.Length + small.Sum(pieces => pieces.Count) > MostPieces ? [] : [.. rows.Zip(small, (row, pieces) => ToRow([.. row, .. pieces], page)).OrderBy(row => row.Bounds.Top + (row.Bounds.Height / 2))];
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

    /// <summary>Follows each line from left to right.</summary>
    private static List<List<int>> Chain(PageInk page, int[] bodies)
    {
        var rows = new List<List<int>>();
        foreach (int i in bodies)
        {
            if (rows.MaxBy(row => Overlap(row, page, i)) is { } best && Overlap(best, page, i) >= LeastOverlap)
                best.Add(i);
            else
                rows.Add([i]);
        }

        return rows;
    }

    /// <summary>Joins a line whose pieces all lie beside those of a longer one: halves of broken digits.</summary>
    private static List<List<int>> Join(List<List<int>> rows, PageInk page, int usual)
    {
        List<List<int>> joined = [];
        foreach (List<int> row in rows.OrderByDescending(row => row.Count))
        {
            if (joined.Find(longer => row.TrueForAll(i => IsBeside(longer, page, i, usual, reach: 0))) is { } line)
                line.AddRange(row);
            else
                joined.Add(row);
        }

        return joined;
    }

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

    /// <summary>Whether a piece's middle is at the height of those of a line that are near.</summary>
    private static bool IsBeside(List<int> row, PageInk page, int index, int usual, double reach)
    {
        InkPart part = page.Parts[index];
        double top = double.MaxValue, bottom = double.MinValue, middle = (part.Top + part.Bottom) / 2.0;
        foreach (int i in row)
        {
            InkPart other = page.Parts[i];
            if (part.Left - other.Right < Vicinity * usual && other.Left - part.Right < Vicinity * usual)
                (top, bottom) = (Math.Min(top, other.Top), Math.Max(bottom, other.Bottom));
        }

        return middle >= top - reach && middle <= bottom + reach;
    }

    private static InkRow ToRow(List<int> row, PageInk page)
    {
        InkPart bounds = page.Parts[row[0]];
        foreach (int i in row)
            bounds = bounds.Join(page.Parts[i]);
        return new InkRow([.. row.OrderBy(i => page.Parts[i].Left + page.Parts[i].Right).ThenBy(i => i).Select(i => i + 1)], bounds, UsualHeight([.. row.Select(i => page.Parts[i])]));
    }
}
