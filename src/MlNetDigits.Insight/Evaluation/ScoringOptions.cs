using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Recognition;

namespace MlNetDigits.Evaluation;

/// <summary>Which columns of scored data hold what, and whether to keep pixels.</summary>
public sealed record ScoringOptions
{
    /// <summary>Gets the column of true classes: keys, numbers or text.</summary>
    /// <value>Default <c>Label</c>.</value>
    public string LabelColumnName { get; init; } = MnistView.LabelColumn;

    /// <summary>Gets the column of probabilities, one for each class.</summary>
    /// <value>Default <c>Score</c>.</value>
    public string ScoreColumnName { get; init; } = "Score";

    /// <summary>Gets the column of the probability that an image is of any class; models without a class for rejection have none.</summary>
    /// <value>Default <c>DigitScore</c>.</value>
    public string DigitScoreColumnName { get; init; } = nameof(DigitPrediction.DigitScore);

    /// <summary>Gets the name of the model's class for rejection, whose images are counted apart.</summary>
    /// <value>Default null: there is none, and such labels are unknown.</value>
    public string? RejectionClass { get; init; }

    /// <summary>Gets the column of raw pixels, 0 to 255.</summary>
    /// <value>Default <c>Pixels</c>.</value>
    public string PixelsColumnName { get; init; } = MnistView.PixelsColumn;

    /// <summary>Gets whether the images are kept for galleries and maps.</summary>
    /// <value>Default false.</value>
    public bool KeepPixels { get; init; }

    /// <summary>Gets the images' shape, if the column of pixels tells none.</summary>
    /// <value>Default null: the column's dimensions, else a square.</value>
    public Shape? ImageShape { get; init; }
}
