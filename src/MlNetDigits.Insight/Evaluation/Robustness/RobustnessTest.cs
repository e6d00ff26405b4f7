using System.Text.Json;
using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Corruptions;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Evaluation.Robustness;

/// <summary>Measures accuracy on damaged images, as MNIST-C is built.</summary>
/// <remarks>Source: Mu and Gilmer, "MNIST-C: a robustness benchmark for computer vision", 2019, arXiv:1906.02337.</remarks>
public static class RobustnessTest
{
    private const int ImagesPerPart = 250;

    /// <summary>Damages images in every kind and strength and scores them.</summary>
    /// <remarks>What a damage bares or covers becomes paper: 255 where all images have dark ink, else 0.</remarks>
    /// <param name="model">The model, which takes raw pixels.</param>
    /// <param name="clean">The undamaged images, scored with their pixels kept; of one channel.</param>
    /// <param name="options">Seed and kinds; default <see cref="RobustnessOptions"/>.</param>
    /// <returns>Accuracies; equal seeds give equal ones for any number of threads.</returns>
    /// <exception cref="ArgumentException">Pixels were not kept, images have several channels, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RobustnessReport Run(ITransformer model, ScoredImages clean, RobustnessOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(clean);
        options ??= new RobustnessOptions();
        options.Validate();
        if (clean.ImageShape is not { } shape)
            throw new ArgumentException("The images' pixels were not kept: score with KeepPixels.", nameof(clean));
        if (shape.Channels != 1)
            throw new ArgumentException($"The images have {shape.Channels} channels, but grey images are needed: convert them to one channel.", nameof(clean));
        if (clean.Count == 0)
            throw new ArgumentException("There is no image to damage: give at least one.", nameof(clean));

        var scorer = new AccuracyScorer(model, clean, options);
        byte paper = PaperOf(clean, shape);
        var pixels = new byte[clean.Count * shape.Size];
        var rows = new List<RobustnessRow>();
        foreach (Corruption corruption in options.Corruptions)
        {
            var accuracy = new ConfidenceInterval[ImageCorrupter.Strengths];
            for (int strength = 1; strength <= accuracy.Length; strength++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                Corrupt(clean, shape, corruption, strength, options.Seed, paper, pixels);
                accuracy[strength - 1] = scorer.Score(pixels);
            }

            rows.Add(new RobustnessRow(NameOf(corruption), accuracy, accuracy.Average(interval => interval.Estimate)));
            options.Progress?.Invoke(rows[^1]);
        }

        int hits = Enumerable.Range(0, clean.Count).Count(clean.IsCorrect);
        return new RobustnessReport(clean.Count, options.Seed, WilsonInterval.Of(hits, clean.Count, options.ConfidenceLevel), rows, rows.Average(row => row.Mean));
    }

    /// <summary>Damages all images in parallel; each image has random numbers of its own.</summary>
    private static void Corrupt(ScoredImages clean, Shape shape, Corruption corruption, int strength, int seed, byte paper, byte[] pixels)
    {
        ulong key = RandomStream.Mix(RandomStream.Mix((ulong)seed, (ulong)corruption), (ulong)strength);
        int parts = (clean.Count + ImagesPerPart - 1) / ImagesPerPart;
        Parallel.For(0, parts, () => new ImageCorrupter(shape.Height, shape.Width, paper), (part, _, corrupter) =>
        {
            int end = Math.Min((part + 1) * ImagesPerPart, clean.Count);
            for (int image = part * ImagesPerPart; image < end; image++)
                corrupter.Apply(corruption, strength, clean.PixelsOf(image), pixels.AsSpan(image * shape.Size, shape.Size), RandomStream.Mix(key, (ulong)image));
            return corrupter;
        }, _ => { });
    }

    /// <summary>Tells the paper by the images; 0 where they do not agree, or have another size than MNIST's.</summary>
    private static byte PaperOf(ScoredImages clean, Shape shape) => shape.Size != MnistView.PixelCount ? byte.MinValue
        : ImageForm.Recognize(clean.Pixels, ImageNormalization.Resize).Paper;

    private static string NameOf(Corruption corruption) => JsonNamingPolicy.KebabCaseLower.ConvertName(corruption.ToString());
}
