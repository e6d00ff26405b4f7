using MlNetDigits.Charts;
using MlNetDigits.Evaluation;

namespace MlNetDigits.Reports.Html;

/// <summary>Images that teach most: sure mistakes, unsure hits, and some of all.</summary>
internal static class GallerySection
{
    /// <summary>Images of one gallery at most.</summary>
    public const int Most = 24;

    /// <summary>What stands in place of an empty gallery.</summary>
    public const string NoMistake = "There is no mistake: every image was recognized.", NoHit = "There is no hit: no image was recognized.";

    private const double TileSize = 78;

    public static ReportSection Mistakes(ScoredImages images)
    {
        IReadOnlyList<RankedImage> worst = WorstMistakes(images);
        int all = Enumerable.Range(0, images.Count).Count(image => !images.IsCorrect(image));
        string shown = worst.Count < all ? $"The {worst.Count} most confident of {Figures.Count(all, "mistake")}, the surest first." : $"All {Figures.Count(all, "mistake")}, the surest first.";
        return new ReportSection("mistakes", "Most confident mistakes", Markup.Of($"""
            {(all == 0 ? Markup.Empty : Markup.Of($"<p>{shown} The number is the image’s place among those evaluated, from 0.</p>\n"))}{DigitFigure.Gallery(images, worst, NoMistake)}
            """));
    }

    public static ReportSection Hits(ScoredImages images) => new("unsure", "Least confident hits", Markup.Of($"""
        <p>Recognized, but with the least confidence.</p>
        {DigitFigure.Gallery(images, UnsureHits(images), NoHit)}
        """));

    public static ReportSection Samples(ScoredImages images) => new("samples", "Sample predictions", Markup.Of($"""
        <p>Images of all classes, spread evenly over those evaluated, whether recognized or not.</p>
        {DigitFigure.Gallery(images, Spread(images), "There is no image.")}
        """));

    /// <summary>The images of a gallery as a picture, eight in a row.</summary>
    public static ImageGrid Sheet(string title, ScoredImages images, IReadOnlyList<RankedImage> shown, string otherwise = "") => new()
    {
        Title = title,
        Sections = [new ImageSection(shown.Count == 0 ? otherwise : string.Empty, [.. shown.Select(image => Tile(images, image))], TileSize)],
    };

    public static IReadOnlyList<RankedImage> WorstMistakes(ScoredImages images) => ImageRanking.MostConfidentMistakes(images, Most);

    public static IReadOnlyList<RankedImage> UnsureHits(ScoredImages images) => ImageRanking.LeastConfidentHits(images, Most);

    public static IReadOnlyList<RankedImage> Spread(ScoredImages images) =>
        [.. EvenSample.Choose(images, Enumerable.Range(0, images.Count), Most).Select(image => ImageRanking.Describe(images, image))];

    private static ImageTile Tile(ScoredImages images, RankedImage image) =>
        new(ImagePool.Picture(images, image.Index), image.Predicted == image.Label ? image.Label : $"{image.Label} as {image.Predicted}")
        {
            Details = [.. image.Top.Select(best => (best.Name, Figures.Percent(best.Probability, 1)))],
        };
}
