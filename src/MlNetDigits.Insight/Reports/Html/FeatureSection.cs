using MlNetDigits.Charts;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Features;

namespace MlNetDigits.Reports.Html;

/// <summary>The images' places by the two strongest components of the features before the last layer.</summary>
internal static class FeatureSection
{
    /// <summary>The map of the pooled images; a mark's index is the image's place in the pool.</summary>
    public static FeatureMap2D Chart(ImagePool pool, FeatureProjection map)
    {
        ScoredImages images = pool.Images;
        return new FeatureMap2D
        {
            Points = [.. pool.Indices.Select(index => new FeaturePoint(map.X[index], map.Y[index], images.Labels[index], !images.IsCorrect(index)))],
            Labels = images.ClassNames,
            XLabel = $"first component, {Figures.Percent(map.ExplainedX, 1)} of the variance",
            YLabel = $"second component, {Figures.Percent(map.ExplainedY, 1)} of the variance",
        };
    }

    public static ReportSection Create(ImagePool pool, FeatureProjection map) => new("features", "Map of the features", Markup.Of($"""
        <p id="map-help">What the network knows of an image before its last layer, laid into a plane by principal component analysis: classes that it tells apart stand apart. Shown are {Figures.Count(pool.Indices.Count, "image")}, the mistakes first and the rest spread evenly; mistakes are ringed. Point at a mark, or press arrow keys, to see its image.</p>
        <div class="atlas"><div class="map">{ChartBox.Of(Chart(pool, map).Draw())}</div>
        <div class="sticky" id="point" aria-live="polite"></div></div>

        """));
}
