using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Candidates;

/// <summary>Ink that comes in from the picture's border: slivers, dark corners, lines of cells, a neighbour's strokes.</summary>
internal static class BorderInk
{
    // Dropping strong ink brings fainter ink to light, which may be foreign as well.
    private const int Rounds = 3;

    // Soft edges reach this far beyond the threshold's contour, in pixels.
    private const int SoftEdge = 2;

    // The middle of the picture: what holds most of its ink is the digit, even where it touches the border.
    private const double MiddleStart = 0.25;
    private const double MiddleEnd = 0.75;
    private const double MiddleShare = 0.5;

    /// <summary>Drops the parts that touch the border, unless they hold most ink of the picture's middle.</summary>
    /// <param name="field">The sheet's contrast.</param>
    /// <param name="inset">Pixels along every side that are dropped first, whatever they show.</param>
    /// <param name="share">Ink is what has at least this share of the strongest contrast.</param>
    public static InkField Drop(InkField field, int inset = 0, float share = InkField.UsualShare)
    {
        var left = field with { Contrast = [.. field.Contrast] };
        Clear(left, inset);
        for (var round = 0; round < Rounds; round++)
        {
            if (left.Threshold(share) is not { } threshold || !DropOnce(left, inset, threshold))
                break;
        }

        return left;
    }

    private static void Clear(InkField field, int inset)
    {
        for (var y = 0; y < field.Height; y++)
        {
            var row = field.Contrast.AsSpan(y * field.Width, field.Width);
            if (y < inset || y >= field.Height - inset)
            {
                row.Clear();
                continue;
            }

            row[..inset].Clear();
            row[^inset..].Clear();
        }
    }

    private static bool DropOnce(InkField field, int inset, float threshold)
    {
        var labels = new int[field.Contrast.Length];
        var parts = InkParts.Label(field.Contrast, field.Width, threshold, labels);
        var middle = InMiddle(field, labels, parts.Count);
        var all = middle.Sum();
        var foreign = new bool[parts.Count + 1];
        for (var i = 0; i < parts.Count; i++)
            foreign[i + 1] = Touches(parts[i], field, inset) && middle[i] <= MiddleShare * all;
        if (!foreign.Contains(true))
            return false;
        Clear(field, labels, foreign);
        return true;
    }

    private static bool Touches(InkPart part, InkField field, int inset) =>
        part.Left <= inset || part.Top <= inset || part.Right >= field.Width - 1 - inset || part.Bottom >= field.Height - 1 - inset;

    /// <summary>Pixels of each part in the picture's middle.</summary>
    private static int[] InMiddle(InkField field, int[] labels, int count)
    {
        var middle = new int[count];
        for (var y = (int)(MiddleStart * field.Height); y < MiddleEnd * field.Height; y++)
        {
            for (var x = (int)(MiddleStart * field.Width); x < MiddleEnd * field.Width; x++)
            {
                if (labels[(y * field.Width) + x] is > 0 and var label)
                    middle[label - 1]++;
            }
        }

        return middle;
    }

    /// <summary>Clears foreign parts with their soft edges.</summary>
    private static void Clear(InkField field, int[] labels, bool[] foreign)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (!foreign[labels[i]])
                continue;
            field.Contrast[i] = 0;
            var (y, x) = Math.DivRem(i, field.Width);
            for (var row = Math.Max(0, y - SoftEdge); row <= Math.Min(field.Height - 1, y + SoftEdge); row++)
            {
                for (var column = Math.Max(0, x - SoftEdge); column <= Math.Min(field.Width - 1, x + SoftEdge); column++)
                {
                    var at = (row * field.Width) + column;
                    if (labels[at] == 0)
                        field.Contrast[at] = 0;
                }
            }
        }
    }
}
