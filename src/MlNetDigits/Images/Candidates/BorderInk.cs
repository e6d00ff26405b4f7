using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Candidates;

/// <summary>Ink that comes in from the picture's border: slivers, dark corners, lines of cells, a neighbour's strokes.</summary>
internal static class BorderInk
{
    // Dropping strong ink brings fainter ink to light, which may be foreign as well.
    private const int Rounds = 3;

    // Soft edges reach this far beyond the threshold's contour, in pixels.
    private const int SoftEdge = 2;

    // Touching is being within this share of the shorter side.
    private const double Edge = 0.015;

    // A line is as long and as wide as these shares of the picture's sides.
    private const double LineLength = 0.55;
    private const double LineWidth = 0.1;

    // A frame fills this share of its bounds, and what is in it has this share of its ink.
    private const double FrameShare = 0.25;
    private const double LeastInFrame = 0.15;

    // What remains of the strongest contrast, where there is still ink after dropping stronger ink.
    private const float FaintestShare = 0.12f;

    // The middle of the picture: what holds most of its ink is the digit, even where it touches the border.
    private const double MiddleStart = 0.25;
    private const double MiddleEnd = 0.75;
    private const double MiddleShare = 0.5;

    /// <summary>Drops the parts that touch the border, unless they hold most ink of the picture's middle.</summary>
    /// <param name="field">The sheet's contrast.</param>
    /// <param name="inset">Pixels along every side that those lose which touch the border and stay.</param>
    /// <param name="share">Ink is what has at least this share of the strongest contrast.</param>
    public static InkField Drop(InkField field, int inset = 0, float share = InkField.UsualShare)
    {
        var left = field with { Contrast = [.. field.Contrast] };
        var faintest = FaintestShare * (field.Threshold(1) ?? 0);
        for (var round = 0; round < Rounds; round++)
        {
            if (left.Threshold(share) is not { } threshold || !DropOnce(left, inset, Math.Max(threshold, share * faintest)))
                break;
        }

        // What is left may be no ink at all, beside what was there.
        if (left.Threshold(1) < faintest)
            Array.Clear(left.Contrast);
        return left;
    }

    /// <summary>Whether what is left may be a digit: neither nothing, nor wide ink around the middle alone.</summary>
    /// <param name="left">What <see cref="Drop"/> leaves.</param>
    public static bool HasDigit(InkField left)
    {
        if (left.Threshold(InkField.UsualShare) is not { } threshold)
            return false;
        var ink = Array.ConvertAll(left.Contrast, value => value >= threshold);
        var (first, top, last, bottom) = StrokeShape.Bounds(ink, left.Width);
        var isWide = last - first > LineLength * left.Width || bottom - top > LineLength * left.Height;
        return !isWide || HasMiddle(ink, left.Width, left.Height);
    }

    private static bool HasMiddle(bool[] ink, int width, int height)
    {
        for (var y = (int)(MiddleStart * height); y < MiddleEnd * height; y++)
        {
            if (ink.AsSpan((y * width) + (int)(MiddleStart * width), (int)((MiddleEnd - MiddleStart) * width)).Contains(true))
                return true;
        }

        return false;
    }

    private static bool DropOnce(InkField field, int inset, float threshold)
    {
        var labels = new int[field.Contrast.Length];
        var parts = InkParts.Label(field.Contrast, field.Width, threshold, labels);
        var middle = InMiddle(field, labels, parts.Count);
        var all = middle.Sum();
        var (foreign, cut) = (new bool[parts.Count + 1], new bool[parts.Count + 1]);
        for (var i = 0; i < parts.Count; i++)
        {
            var touches = Touches(parts[i], field);
            foreign[i + 1] = (touches && middle[i] <= MiddleShare * all) || IsLine(parts[i], field) || (middle[i] == 0 && IsFrame(parts[i], parts));
            cut[i + 1] = touches && !foreign[i + 1] && inset > 0;
        }

        var dropped = foreign.Contains(true);
        if (dropped)
            Clear(field, labels, foreign, (_, _) => true);
        if (cut.Contains(true))
            Clear(field, labels, cut, (x, y) => x < inset || y < inset || x >= field.Width - inset || y >= field.Height - inset);
        return dropped;
    }

    private static bool Touches(InkPart part, InkField field)
    {
        var edge = (int)(Edge * Math.Min(field.Width, field.Height));
        return part.Left <= edge || part.Top <= edge || part.Right >= field.Width - 1 - edge || part.Bottom >= field.Height - 1 - edge;
    }

    /// <summary>Whether a part runs along a side in the outer part of the picture, and is no more than a line.</summary>
    private static bool IsLine(InkPart part, InkField field)
    {
        var (width, height) = (part.Right - part.Left + 1, part.Bottom - part.Top + 1);
        return (height >= LineLength * field.Height && width <= LineWidth * field.Width && (part.Right < MiddleStart * field.Width || part.Left > MiddleEnd * field.Width))
            || (width >= LineLength * field.Width && height <= LineWidth * field.Height && (part.Bottom < MiddleStart * field.Height || part.Top > MiddleEnd * field.Height));
    }

    /// <summary>Whether a part runs around another, and is no more than lines.</summary>
    private static bool IsFrame(InkPart part, List<InkPart> parts) =>
        part.Area <= FrameShare * part.Width * part.Height && parts.Exists(other => other.Left > part.Left && other.Right < part.Right && other.Top > part.Top && other.Bottom < part.Bottom && other.Area >= LeastInFrame * part.Area);

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

    /// <summary>Clears parts with their soft edges, where they are to go.</summary>
    private static void Clear(InkField field, int[] labels, bool[] chosen, Func<int, int, bool> goes)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (!chosen[labels[i]])
                continue;
            var (y, x) = Math.DivRem(i, field.Width);
            if (!goes(x, y))
                continue;
            field.Contrast[i] = 0;
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
