using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;
using MlNetDigits.Pipelines;
using MlNetDigits.Reading.Constraints;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Reading;

/// <summary>Reads all digits of a picture, in lines from top to bottom.</summary>
/// <remarks>
/// A network reads each line whole, so digits may touch, overlap or be broken; where ink stands alone, the recognizer of single digits is the
/// second witness. A picture of one digit among foreign ink, as a cell, is the recognizer's alone. Safe to call from many threads at once.
/// </remarks>
public sealed class DigitReader
{
    // Larger pictures are averaged down first: a digit of an eightieth of the side still has 20 pixels.
    private const int WorkingSide = 1600;

    // Smaller ones are enlarged.
    private const int SmallestSide = 128;

    private const int Digits = 10;

    private readonly IDigitRecognizer _recognizer;
    private readonly LineRecognizer _lines;
    private readonly DigitReaderOptions _options;
    private readonly LineConstraint _constraint;

    /// <summary>Gets how pictures are best decoded: within the usual limits, and JPEGs no larger than it takes, 3,200 pixels at least.</summary>
    public static ImageDecoderOptions Decoding { get; } = ImageDecoderOptions.Default with { SufficientSide = 2 * WorkingSide };

    /// <summary>Prepares to read.</summary>
    /// <param name="recognizer">A model of the digits 0-9, whose images are normalized as MNIST's are; best one that tells what is no digit.</param>
    /// <param name="lines">A network for lines; whoever loaded it disposes it.</param>
    /// <param name="options">What is known of the numbers; default: nothing.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the model is of other classes or images.</exception>
    public DigitReader(IDigitRecognizer recognizer, LineRecognizer lines, DigitReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        ArgumentNullException.ThrowIfNull(lines);
        (_recognizer, _lines, _options) = (recognizer, lines, options ?? new DigitReaderOptions());
        _options.Validate();
        _constraint = new LineConstraint(_options);
        if (!IsOfDigits(recognizer.ClassNames) || recognizer.Form is not { Normalization: ImageNormalization.Digit, Polarity: not ImagePolarity.DarkInk })
            throw new ArgumentException($"The model has {Describe(recognizer)}, but the digits 0-9, normalized as MNIST's are, can be read; use such a model.", nameof(recognizer));
    }

    /// <summary>Decodes an image file and reads its digits.</summary>
    /// <param name="path">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM of any size.</param>
    /// <returns>Lines of digits; none when there is no digit.</returns>
    /// <exception cref="InvalidDataException">The file is no image.</exception>
    public PageReading Read(string path) => Read(ImageDecoder.Decode(path, Decoding));

    /// <summary>Reads the digits of a picture.</summary>
    /// <param name="image">A grey picture of any size, dark on light or light on dark.</param>
    /// <param name="cancellation">Gives up between lines and pieces of ink; a full page may take seconds.</param>
    /// <returns>Lines of digits; none when there is no digit.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public PageReading Read(GrayImage image, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        var (lines, others) = (new List<LineReading>(), new List<InkBox>());
        if (SheetLines.Find(Fit(image)) is { } found)
        {
            foreach (ReadRow row in new LineReader(_lines, _recognizer, _constraint).Read(found.Page, found.Rows, cancellation))
                Add(row, part => found.BoxOf(part, image), lines, others);
        }

        if (SingleDigit.TryRead(image, lines, others, _recognizer) is { } single && _constraint.Holds(single.Text) && _constraint.Allows(0, single.Digits[0].Digit))
            (lines, others) = ([single], []);
        return new PageReading { Width = image.Width, Height = image.Height, Lines = lines, Others = others };
    }

    private static bool IsOfDigits(IReadOnlyList<string> names) => names.Count == Digits && names.Index().All(name => ModelClasses.DigitOf(name.Item) == name.Index);

    private static string Describe(IDigitRecognizer model)
    {
        IReadOnlyList<string> names = model.ClassNames;
        string first = string.Join(", ", names.Take(Digits)), more = names.Count > Digits ? ", ..." : "", ink = model.Form.Polarity == ImagePolarity.DarkInk ? "dark ink" : "ink of any kind";
        return $"{names.Count} classes ({first}{more}) in images of {ink} that are normalized by '{model.Form.Normalization.ToString().ToLowerInvariant()}'";
    }

    /// <summary>Brings a picture to a size at which strokes are neither lost in pixels nor waste time.</summary>
    private static GrayImage Fit(GrayImage image)
    {
        image = Resampling.Reduce(image, (2 * WorkingSide) - 1);
        int longest = Math.Max(image.Width, image.Height);
        double scale = longest > WorkingSide ? (double)WorkingSide / longest : (SmallestSide + longest - 1) / longest;
        return scale == 1 ? image : Resampling.Scale(image, scale);
    }

    private void Add(ReadRow row, Func<InkPart, InkBox> boxOf, List<LineReading> lines, List<InkBox> others)
    {
        others.AddRange(row.Others.Select(boxOf));
        if (row.Text.Length == 0)
            return;
        double all = row.Texts.Sum(text => text.Likelihood);
        lines.Add(new LineReading
        {
            Text = _constraint.Format(row.Text),
            Confidence = (float)(row.Texts[0].Likelihood / all),
            IsValid = row.IsValid,
            Digits = [.. row.Digits.Select(digit => new ReadDigit { Digit = digit.Digit, Confidence = digit.Confidence, Scores = digit.Scores, Box = boxOf(digit.Bounds) })],
            Alternatives = [.. row.Texts.Skip(1).Take(_options.Alternatives).Select(other => new LineAlternative(_constraint.Format(other.Text), (float)(other.Likelihood / all)))],
        });
    }
}
