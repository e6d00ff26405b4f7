using MlNetDigits.Evaluation;
using MlNetDigits.Images;

namespace MlNetDigits.Reports.Html;

/// <summary>An image with its true class, what it was recognized as, and the likeliest classes.</summary>
internal static class DigitFigure
{
    /// <summary>The figure of one image.</summary>
    public static Markup Of(ScoredImages images, RankedImage image)
    {
        bool isHit = images.IsCorrect(image.Index);
        string source = PngEncoder.ToDataUri(PngEncoder.Encode(ImagePool.Picture(images, image.Index)));
        return Markup.Of($"""
            <figure class="digit {(isHit ? "hit" : "miss")}"><img src="{source}" width="56" height="56" alt="{(isHit ? $"{image.Label}, recognized" : $"{image.Label}, recognized as {image.Predicted}")}">
            <figcaption><b>{image.Label}</b>{(isHit ? Markup.Empty : Markup.Of($" as <b>{image.Predicted}</b>"))} <small>#{image.Index}</small></figcaption>
            <ol>{image.Top.Select(best => Bar(best, best.Name == image.Label))}</ol></figure>

            """);
    }

    /// <summary>Figures in rows; a sentence where there are none.</summary>
    public static Markup Gallery(ScoredImages images, IReadOnlyList<RankedImage> shown, string otherwise) => shown.Count == 0
        ? Markup.Of($"<p class=\"none\">{otherwise}</p>\n")
        : Markup.Of($"<div class=\"gallery\">\n{shown.Select(image => Of(images, image))}</div>\n");

    /// <summary>The same figure without content, for the script to fill.</summary>
    public static Markup Template() => Markup.Of($"""
        <template id="digit"><figure class="digit"><img width="56" height="56" alt=""><figcaption></figcaption><ol>{Bar(new ClassProbability(string.Empty, 0), isTruth: false)}</ol></figure></template>

        """);

    private static Markup Bar(ClassProbability best, bool isTruth) => Markup.Of($"""
        <li class="{(isTruth ? "truth" : "other")}"><span title="{best.Name}">{best.Name}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="{best.Probability * 100:F1}" height="8"/></svg><span>{Figures.Percent(best.Probability, 1)}</span></li>
        """);
}
