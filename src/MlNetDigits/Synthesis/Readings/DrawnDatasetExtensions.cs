using MlNetDigits.Datasets;
using MlNetDigits.Mnist;

namespace MlNetDigits.Synthesis.Readings;

/// <summary>Adds drawn pictures to MNIST, to train networks for pictures as people have them.</summary>
public static class DrawnDatasetExtensions
{
    /// <summary>Name of the added class, of images that show no digit.</summary>
    public const string NoneName = "none";

    private const double DigitShare = 0.5;
    private const double MnistShare = 0.5;

    // What is most like digits is drawn most often.
    private static readonly (NonDigit Kind, int Weight)[] Weights =
    [
        (NonDigit.Glyph, 4), (NonDigit.TurnedDigit, 4), (NonDigit.Letter, 3), (NonDigit.LookAlike, 3), (NonDigit.Symbol, 2), (NonDigit.Shape, 2), (NonDigit.Circle, 1), (NonDigit.Drawing, 3),
        (NonDigit.Blank, 4), (NonDigit.Candidates, 2), (NonDigit.Corner, 2), (NonDigit.Digits, 2), (NonDigit.HalfDigit, 2), (NonDigit.Garment, 3), (NonDigit.Noise, 3), (NonDigit.Scribble, 1),
    ];

    // Pictures drawn for validation, as a share of those to train on.
    private const double ValidationPictures = 0.1;

    /// <summary>Adds readings of drawn pictures to MNIST's training digits, and a class of what is no digit.</summary>
    /// <param name="dataset">MNIST.</param>
    /// <param name="pictures">Pictures to draw, at least 1; each gives one image or more.</param>
    /// <param name="validationShare">Share of MNIST's training digits for validation, above 0 and below 1; drawn pictures for it use no others.</param>
    /// <param name="seed">Seed of the drawing; default 1.</param>
    /// <param name="cancellation">Stops drawing.</param>
    /// <returns>Images to train on and validate with, of the classes 0-9 and <see cref="NoneName"/>; MNIST's test digits stay apart, as they were.</returns>
    /// <exception cref="ArgumentException">The dataset is not MNIST, or a number is out of range.</exception>
    public static ImageDataset WithDrawnPictures(this ImageDataset dataset, int pictures, double validationShare, int seed = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfLessThan(pictures, 1);
        if (!(validationShare is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(validationShare), FormattableString.Invariant($"The share for validation is {validationShare}; give one above 0 and below 1."));
        if (dataset.Mnist is not { } mnist)
            throw new ArgumentException($"'{dataset.Name}' is not MNIST, whose digits the drawn pictures are to go with: leave the dataset's name out, or draw none.", nameof(dataset));

        (LabelledImageView train, LabelledImageView held, _) = StratifiedSplit.Run(dataset.Train, validationShare, seed, dataset.Name, takesSingles: false);
        LabelledImageView Add(LabelledImageView digits, int count, int stream) => Join(digits, DrawnReadings.Draw(
            count, DigitShare, new SynthesisOptions { Seed = unchecked((2 * seed) + stream), MnistShare = (float)MnistShare, NonDigits = [.. Weights.SelectMany(each => Enumerable.Repeat(each.Kind, each.Weight))] }, mnist with { Train = digits.ToMnist() }, cancellation));
        return dataset with { Train = Add(train, pictures, 0), Validation = Add(held, (int)Math.Ceiling(ValidationPictures * pictures), 1) };
    }

    private static LabelledImageView Join(LabelledImageView digits, (byte[] Pixels, byte[] Labels) drawn) => new(
        [.. digits.Pixels.Span, .. drawn.Pixels], [.. digits.Classes.Span, .. drawn.Labels], [.. digits.ClassNames, NoneName]);
}
