using System.Numerics.Tensors;
using Microsoft.ML;
using MlNetDigits.Networks;
using MlNetDigits.Training;

namespace MlNetDigits.Evaluation;

/// <summary>What a model said about labelled images: the ground of all statistics.</summary>
public sealed record ScoredImages
{
    private const float SumTolerance = 1e-3f;

    /// <summary>Bounds the loss of an image, as ML.NET does.</summary>
    private const double SmallestProbability = 1e-15;

    private readonly float[] _probabilities;
    private readonly byte[]? _pixels;

    /// <summary>Takes over scores; the arrays are not copied.</summary>
    /// <param name="classNames">Name of each class, at least two.</param>
    /// <param name="labels">True class of each image, from 0.</param>
    /// <param name="probabilities">Images × classes, row by row; each row adds up to 1.</param>
    /// <param name="pixels">Images × height × width × channels of 0-255; default none.</param>
    /// <param name="imageShape">Shape of one image; needed with pixels.</param>
    /// <exception cref="ArgumentException">Lengths do not match, a label is no class, or a row is no distribution.</exception>
    public ScoredImages(IReadOnlyList<string> classNames, int[] labels, float[] probabilities, byte[]? pixels = null, Shape? imageShape = null)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (classNames.Count < 2)
            throw new ArgumentException($"There are {classNames.Count} classes, but telling classes apart needs at least 2.", nameof(classNames));
        if (probabilities.LongLength != (long)labels.Length * classNames.Count)
            throw new ArgumentException($"{probabilities.Length} probabilities are not {labels.Length} images of {classNames.Count} classes: give one for each.", nameof(probabilities));
        int wrong = labels.AsSpan().IndexOfAnyExceptInRange(0, classNames.Count - 1);
        if (wrong >= 0)
            throw new ArgumentException($"Label {labels[wrong]} of image {wrong} is no class: labels are 0 to {classNames.Count - 1}.", nameof(labels));
        if (pixels is not null && (imageShape is null || pixels.LongLength != (long)labels.Length * imageShape.Value.Size))
            throw new ArgumentException($"{pixels.Length} pixels are not {labels.Length} images of shape {imageShape?.ToString() ?? "unknown"}: give all pixels and their shape.", nameof(pixels));

        ClassNames = classNames;
        Labels = labels;
        _probabilities = probabilities;
        _pixels = pixels;
        ImageShape = pixels is null ? null : imageShape;
        PredictedClasses = [.. Enumerable.Range(0, labels.Length).Select(image => TensorPrimitives.IndexOfMax(RequireDistribution(image)))];
    }

    /// <summary>Gets the name of each class.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Gets the true class of each image, from 0.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>Gets the likeliest class of each image; the first of equals.</summary>
    public IReadOnlyList<int> PredictedClasses { get; }

    /// <summary>Gets all probabilities: images × classes, row by row.</summary>
    public ReadOnlyMemory<float> Probabilities => _probabilities;

    /// <summary>Gets each image's probability of any class at all; empty for a model without a class for rejection.</summary>
    public IReadOnlyList<float> DigitScores { get; init; } = [];

    /// <summary>Gets the same of the images of the class for rejection, which are counted nowhere else.</summary>
    public IReadOnlyList<float> OtherDigitScores { get; init; } = [];

    /// <summary>Gets what the model refuses; null for one without a class for rejection.</summary>
    public RejectionReport? Rejection => DigitScores.Count + OtherDigitScores.Count == 0 ? null : RejectionReport.Of(DigitScores, OtherDigitScores);

    /// <summary>Gets the shape of an image; null when no pixels were kept.</summary>
    public Shape? ImageShape { get; }

    /// <summary>Gets the number of images.</summary>
    public int Count => Labels.Count;

    /// <summary>Gets the number of classes.</summary>
    public int Classes => ClassNames.Count;

    /// <summary>Scores labelled images and matches their labels with the model's classes by name.</summary>
    /// <param name="model">A model that gives one probability for each class.</param>
    /// <param name="images">Rows with a label and what the model takes; rows without a label are left out.</param>
    /// <param name="options">Columns, and whether to keep pixels.</param>
    /// <returns>The scores, in the order of rows.</returns>
    /// <exception cref="InvalidDataException">The outputs are no classes, a label is unknown to the model, or no row has a label.</exception>
    public static ScoredImages Score(ITransformer model, IDataView images, ScoringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(images);
        return ImageScorer.Read(model.Transform(images), options ?? new ScoringOptions());
    }

    /// <summary>Gives the probabilities of an image, one for each class.</summary>
    /// <param name="image">Position of the image, from 0.</param>
    public ReadOnlySpan<float> ProbabilitiesOf(int image) => _probabilities.AsSpan(checked(image * Classes), Classes);

    /// <summary>Gives the probability of the likeliest class, 0 to 1.</summary>
    /// <param name="image">Position of the image, from 0.</param>
    public float ConfidenceOf(int image) => ProbabilitiesOf(image)[PredictedClasses[image]];

    /// <summary>Gives the log-loss of an image in nats: -ln of the true class's probability.</summary>
    /// <param name="image">Position of the image, from 0.</param>
    /// <returns>0 for certainty, at most 34.5.</returns>
    public double LossOf(int image) => -Math.Log(Math.Clamp(ProbabilitiesOf(image)[Labels[image]], SmallestProbability, 1));

    /// <summary>Tells whether the likeliest class is the true one.</summary>
    /// <param name="image">Position of the image, from 0.</param>
    public bool IsCorrect(int image) => PredictedClasses[image] == Labels[image];

    /// <summary>Gives the pixels of an image, 0 (paper) to 255 (ink).</summary>
    /// <param name="image">Position of the image, from 0.</param>
    /// <exception cref="InvalidOperationException">No pixels were kept.</exception>
    public ReadOnlySpan<byte> PixelsOf(int image) => _pixels is not null && ImageShape is { Size: var size }
        ? _pixels.AsSpan(checked(image * size), size)
        : throw new InvalidOperationException("The images' pixels were not kept: score with KeepPixels.");

    /// <summary>Pixels of all images, one after another; empty where they were not kept.</summary>
    internal ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>The same images with other probabilities.</summary>
    internal ScoredImages WithProbabilities(float[] probabilities) => new(ClassNames, [.. Labels], probabilities, _pixels, ImageShape);

    private ReadOnlySpan<float> RequireDistribution(int image)
    {
        ReadOnlySpan<float> row = ProbabilitiesOf(image);
        // Negated, so that NaN fails too.
        if (!(Math.Abs(TensorPrimitives.Sum(row) - 1) <= SumTolerance && TensorPrimitives.Min(row) >= 0))
            throw new ArgumentException(FormattableString.Invariant($"The scores of image {image} range from {TensorPrimitives.Min(row)} to {TensorPrimitives.Max(row)} with sum {TensorPrimitives.Sum(row)}, but probabilities of classes are at least 0 with sum 1: end the model with a softmax."), "probabilities");
        return row;
    }
}
