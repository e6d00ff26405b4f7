using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Images;

namespace MlNetDigits.Web.Contract;

/// <summary>What a model says about one image.</summary>
public sealed record PredictResponse
{
    /// <summary>Name of the model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>Name of the likeliest class, such as <c>7</c>; of a refused image too.</summary>
    public required string Label { get; init; }

    /// <summary>The likeliest digit, 0-9, where the class is one.</summary>
    public int? Digit { get; init; }

    /// <summary>Whether the image is refused as no digit; left out by models that cannot tell.</summary>
    public bool? Rejected { get; init; }

    /// <summary>Probability that the image shows a digit at all, 0-1; left out by models that cannot tell.</summary>
    public float? DigitScore { get; init; }

    /// <summary>Probability of the likeliest class, 0-1.</summary>
    public required float Confidence { get; init; }

    /// <summary>Probability of each class, in the order of the model's <c>classes</c>; they add up to 1.</summary>
    public required float[] Probabilities { get; init; }

    /// <summary>For an image: the 784 numbers that it was normalized to, in the form that requests take.</summary>
    public int[]? Pixels { get; init; }

    /// <summary>For an animated or paged image: its frames or pages, of which the first was read.</summary>
    public int? Frames { get; init; }

    /// <param name="model">Name of the model.</param>
    /// <param name="prediction">What it says.</param>
    /// <param name="classNames">Names of its classes.</param>
    /// <param name="threshold">Digit score below which an image is refused.</param>
    /// <param name="read">The image.</param>
    internal static PredictResponse Of(string model, DigitPrediction prediction, IReadOnlyList<string> classNames, float threshold, RequestDigit read) => new()
    {
        Model = model,
        Label = classNames[prediction.Digit],
        Digit = ModelClasses.DigitOf(classNames[prediction.Digit]),
        Rejected = prediction.DigitProbability is null ? null : !prediction.IsDigitAt(threshold),
        DigitScore = prediction.DigitProbability,
        Confidence = prediction.Confidence,
        Probabilities = prediction.Score,
        Pixels = read.Form is null ? null : Array.ConvertAll((prediction.Reading ?? read.Image).Pixels, pixel => (int)pixel),
        Frames = read.Frames > 1 ? read.Frames : null,
    };
}
