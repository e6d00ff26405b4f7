using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;

namespace MlNetDigits.Reading.Lines;

/// <summary>A page's lines as they look when fainter ink counts too, and when stronger ink counts alone.</summary>
/// <remarks>Safe to call from many threads at once.</remarks>
/// <param name="page">The page as it looks at first.</param>
internal sealed class LineLooks(PageInk page)
{
    // Shares of the strongest contrast that ink has at least.
    private static readonly float[] Shares = [0.3f, 0.5f];

    // Two looks show one line if they share this part of what both cover.
    private const double LeastCommon = 0.5;

    private readonly Lazy<(PageInk Page, List<InkRow> Rows)[]> _others = new(() => [.. Shares.Select(share => PageInk.Find(page.Field, share)).OfType<PageInk>().Select(other => (other, RowFinder.Find(other)))]);

    /// <summary>Draws a line in its other looks.</summary>
    public IEnumerable<LineStrip> Of(InkRow row)
    {
        foreach ((PageInk other, List<InkRow> rows) in _others.Value)
        {
            if (rows.MaxBy(candidate => Common(candidate.Bounds, row.Bounds)) is { } same && Common(same.Bounds, row.Bounds) >= LeastCommon)
                yield return LineStrip.Draw(other, same);
        }
    }

    private static double Common(InkPart one, InkPart other)
    {
        double width = Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left) + 1, height = Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Top, other.Top) + 1;
        InkPart both = one.Join(other);
        return width <= 0 || height <= 0 ? 0 : width * height / ((double)both.Width * both.Height);
    }
}
