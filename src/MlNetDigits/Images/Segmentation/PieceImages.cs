using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Segmentation;

/// <summary>Pieces of ink as a recognizer of single digits takes them.</summary>
internal static class PieceImages
{
    /// <summary>Brings each piece of a page's ink into MNIST's form.</summary>
    /// <param name="page">The page.</param>
    /// <param name="labels">Labels of the pieces.</param>
    /// <param name="leastHeight">Rows that a piece must have.</param>
    /// <returns>784 pixels for each, or null for one that is lower, or lost when traced.</returns>
    public static byte[]?[] Of(PageInk page, IEnumerable<int> labels, double leastHeight = 0)
    {
        var kept = new bool[page.Parts.Count];
        return [.. labels.Select(label =>
        {
            if (page.Parts[label - 1].Height < leastHeight)
                return null;
            kept[label - 1] = true;
            InkMap ink = InkMap.Crop(page.Field, page.Labels, kept, page.Parts[label - 1]);
            kept[label - 1] = false;
            return MnistStyle.Place(StrokeShape.Trace(ink));
        })];
    }
}
