using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Segmentation;

/// <summary>The ink of a page in connected pieces.</summary>
internal sealed class PageInk
{
    // Pieces below this area are specks, in pixels and as a share of the page.
    private const int SmallestArea = 6;
    private const double SmallestShare = 4e-6;

    private PageInk(InkField field, int[] labels, List<InkPart> parts) => (Field, Labels, Parts) = (field, labels, parts);

    /// <summary>Gets the contrast of the sheet.</summary>
    public InkField Field { get; }

    /// <summary>Gets each pixel's piece from 1, or 0 for paper.</summary>
    public int[] Labels { get; }

    /// <summary>Gets the pieces; that of label 1 is the first.</summary>
    public List<InkPart> Parts { get; }

    /// <summary>Finds the pieces; null when nothing stands out.</summary>
    /// <param name="field">The contrast of the sheet.</param>
    /// <param name="share">Ink is what has at least this share of the strongest contrast.</param>
    public static PageInk? Find(InkField field, float share)
    {
        if (field.Threshold(share) is not { } threshold)
            return null;
        var labels = new int[field.Contrast.Length];
        return new PageInk(field, labels, InkParts.Label(field.Contrast, field.Width, threshold, labels));
    }

    /// <summary>Whether a piece is too small to be a stroke.</summary>
    public bool IsSpeck(InkPart part) => part.Area < Math.Max(SmallestArea, SmallestShare * Labels.Length);
}
