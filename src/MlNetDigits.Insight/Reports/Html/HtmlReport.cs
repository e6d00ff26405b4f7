using MlNetDigits.Artifacts;
using MlNetDigits.Charts;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Features;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Reports.Html;

/// <summary>A page that shows what a model learned: figures, curves, mistakes and how it was made, in one file.</summary>
public sealed record HtmlReport
{
    /// <summary>Usual name of the page.</summary>
    public const string Name = "report.html";

    /// <summary>Usual name of the folder of the page's pictures.</summary>
    public const string PictureFolder = "pictures";

    /// <summary>Gets the heading.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the images with their pixels and scores.</summary>
    public required ScoredImages Images { get; init; }

    /// <summary>Gets the metrics of these images, with statistics.</summary>
    public required EvaluationReport Evaluation { get; init; }

    /// <summary>Gets the epochs of the training.</summary>
    /// <value>Default empty: the parts on training are left out.</value>
    public IReadOnlyList<EpochMetrics> History { get; init; } = [];

    /// <summary>Gets each image's place on the map of features.</summary>
    /// <value>Default null: the map is left out.</value>
    public FeatureProjection? Features { get; init; }

    /// <summary>Gets what the model's file tells.</summary>
    /// <value>Default null: that part is left out.</value>
    public ModelDescription? Model { get; init; }

    /// <summary>Writes the page.</summary>
    /// <returns>HTML that needs no other file and no network; the same in every culture.</returns>
    /// <exception cref="InvalidOperationException">The images' pixels or the statistics are missing.</exception>
    public string ToHtml()
    {
        EvaluationStatistics statistics = RequireStatistics();
        ImagePool pool = ImagePool.Choose(Images);
        ReportSection?[] sections =
        [
            HeadlineSection.Create(Evaluation, statistics),
            History.Count == 0 ? null : TrainingSection.Create(History),
            ConfusionSection.Create(Evaluation, Images.ClassNames),
            ClassSection.Create(statistics),
            GallerySection.Mistakes(Images),
            GallerySection.Hits(Images),
            CalibrationSection.Create(statistics.Calibration),
            Features is null ? null : FeatureSection.Create(pool, Features),
            GallerySection.Samples(Images),
            Model is null ? null : ModelSection.Create(Model),
        ];
        return PageLayout.Create(Title, Subtitle(), [.. sections.OfType<ReportSection>()], PageData.Create(pool)).ToString();
    }

    /// <summary>Draws the pictures of the page, and its galleries.</summary>
    /// <returns>Each picture with the name of its file, without an ending.</returns>
    /// <exception cref="InvalidOperationException">The images' pixels or the statistics are missing.</exception>
    public IEnumerable<(string Name, SvgPicture Picture)> Pictures()
    {
        EvaluationStatistics statistics = RequireStatistics();
        if (History.Count > 0)
        {
            yield return ("training", new TrainingCurves { Epochs = History }.Draw());
            yield return ("learning-rate", new LearningRateCurve { Epochs = History }.Draw());
        }

        yield return ("confusion", ConfusionSection.Chart(Evaluation, Images.ClassNames).Draw());
        yield return ("classes", ClassSection.Chart(statistics).Draw());
        yield return ("calibration", CalibrationSection.Chart(statistics.Calibration).Draw());
        if (Features is not null) yield return ("features", FeatureSection.Chart(ImagePool.Choose(Images), Features).Draw());
        yield return ("mistakes", GallerySection.Sheet("Most confident mistakes", Images, GallerySection.WorstMistakes(Images), GallerySection.NoMistake).Draw());
        yield return ("unsure", GallerySection.Sheet("Least confident hits", Images, GallerySection.UnsureHits(Images), GallerySection.NoHit).Draw());
        yield return ("samples", GallerySection.Sheet("Sample predictions", Images, GallerySection.Spread(Images)).Draw());
    }

    /// <summary>Writes the page, and its pictures as SVG and PNG, into a folder's next commit.</summary>
    /// <param name="folder">Receives <c>report.html</c> and the folder <c>pictures</c>.</param>
    /// <exception cref="IOException">Writing failed; the message names the file.</exception>
    public void Stage(ArtifactFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        folder.Stage(Name, path => File.WriteAllText(path, ToHtml()));
        var rendered = Pictures().ToArray().AsParallel().AsOrdered().Select(entry => (entry.Name, Svg: entry.Picture.ToSvg(), Png: entry.Picture.ToPng())).ToArray();
        foreach ((string name, string svg, byte[] png) in rendered)
        {
            folder.Stage($"{PictureFolder}/{name}.svg", path => File.WriteAllText(path, svg));
            folder.Stage($"{PictureFolder}/{name}.png", path => File.WriteAllBytes(path, png));
        }
    }

    private Markup Subtitle()
    {
        string network = Model?.Architecture is { } architecture ? $"Network {architecture}, evaluated" : "Evaluated";
        return Markup.Of($"{network} on {Figures.Count(Images.Count, "image")} of {Figures.Count(Images.Classes)} classes");
    }

    private EvaluationStatistics RequireStatistics()
    {
        if (Images.ImageShape is null)
            throw new InvalidOperationException("The report shows images, but their pixels were not kept: score with KeepPixels.");
        return Evaluation.Statistics ?? throw new InvalidOperationException("The report shows intervals, but the evaluation has none: use ModelEvaluation.Evaluate.");
    }
}
