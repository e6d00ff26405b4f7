using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Synthesis.Drawing;

namespace MlNetDigits.Synthesis.Readings;

/// <summary>Drawn lines as a reader of lines sees them: pieces of straight strips, each with its digits from left to right.</summary>
internal static class DrawnStrips
{
    // Shares of a digit's ink in a line: from which on it is there, and to which it is not; lines with one between are left out.
    private const double LeastOfDigit = 0.7;
    private const double MostOfNone = 0.15;

    // Digits with less of a line's ink are hidden in shadows and the like; such lines are left out.
    private const double LeastOfInk = 0.15;

    // An upright stick that is no digit's looks like a 1, from which nothing is to be learned: heights as shares of the line's, and the greatest width as a share of its own height.
    private const double LeastStick = 0.5;
    private const double MostStick = 1.3;
    private const double StickWidth = 0.35;

    // A digit whose middle is so near to a piece's end may be cut; such pieces are left out.
    private const int Border = 8;

    // Heights of digits as shares of their line's; others are lost in what else the line has.
    private const double LeastHeight = 0.4;
    private const double MostHeight = 1.3;

    // One in so many pictures shows no digit; of lines without digits on those that do, this share is taken.
    private const int PicturesToANone = 12;
    private const float EmptyShare = 0.3f;

    // Shares of lines whose ink is told from paper by another contrast than usual, for which it is broken or has more of the paper's lines.
    private const float OtherContrasts = 0.35f;
    private const float LeastContrast = 0.22f;
    private const float MostContrast = 0.62f;

    private static readonly NonDigit[] Others = [NonDigit.Letter, NonDigit.Glyph, NonDigit.Symbol, NonDigit.Shape, NonDigit.Blank, NonDigit.Noise, NonDigit.Scribble, NonDigit.Garment, NonDigit.Drawing, NonDigit.LookAlike];

    /// <summary>Draws pictures and cuts strips out of them.</summary>
    /// <param name="count">Number of pictures; each gives some pieces or none.</param>
    /// <param name="options">How they are drawn; kind is set here.</param>
    /// <param name="mnist">Digits for those that are not drawn by strokes.</param>
    /// <param name="cancellation">Stops drawing.</param>
    /// <returns>28 rows of <see cref="LineStrip.Window"/> pixels and the digits for each piece, in the order of pictures.</returns>
    public static List<(byte[] Pixels, byte[] Digits)> Draw(int count, SynthesisOptions options, MnistData mnist, CancellationToken cancellation = default)
    {
        var texts = new DigitSynthesizer(options with { Kind = SynthesisKind.Text }, mnist);
        var others = new DigitSynthesizer(options with { Kind = SynthesisKind.NonDigit, NonDigits = Others }, mnist);
        var drawn = new List<(byte[] Pixels, byte[] Digits)>[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, i =>
            drawn[i] = [.. Read(i % PicturesToANone == 0 ? others.Create(i) : texts.Create(i), RandomStream.Mix((ulong)options.Seed, (ulong)i))]);
        return [.. drawn.SelectMany(pieces => pieces)];
    }

    /// <summary>Takes a piece of each line of a picture.</summary>
    internal static IEnumerable<(byte[] Pixels, byte[] Digits)> Read(SyntheticImage image, ulong seed)
    {
        var random = new RandomStream(seed);
        float share = random.Chance(OtherContrasts) ? random.NextSingle(LeastContrast, MostContrast) : InkField.UsualShare;
        if (PageInk.Find(DigitNormalizer.FieldOf(image.ToGray()), share) is not { } page)
            return [];
        InkCount? ink = image.NonDigit is null ? InkCount.Of(image, page) : null;
        var pieces = new List<(byte[] Pixels, byte[] Digits)>();
        foreach (InkRow row in RowFinder.Find(page))
        {
            double[] shares = [.. image.Digits.Select((_, i) => ink!.Share(row.Labels, i + 1))];
            if (Array.Exists(shares, share => share > MostOfNone && share < LeastOfDigit))
                continue;
            if (ink is not null && row.Labels.Any(label => IsStick(page.Parts[label - 1], row.Height) && ink.OfDigits([label]) < LeastOfDigit))
                continue;
            DigitBox[] shown = [.. image.Digits.Where((_, i) => shares[i] >= LeastOfDigit)];
            if (shown.Length > 0 && ink!.OfDigits(row.Labels) < LeastOfInk)
                continue;
            if (Array.Exists(shown, digit => digit.Height < LeastHeight * row.Height || digit.Height > MostHeight * row.Height))
                continue;
            if (image.NonDigit is null && shown.Length == 0 && !random.Chance(EmptyShare))
                continue;
            LineStrip strip = LineStrip.Draw(page, row);
            (double Middle, byte Digit)[] digits = [.. shown.Select(digit => ((digit.X + (digit.Width / 2.0) - strip.Left) / strip.Scale, (byte)digit.Digit)).OrderBy(digit => digit.Item1)];
            int left = random.Whole(Math.Min(0, strip.Width - LineStrip.Window), Math.Max(0, strip.Width - LineStrip.Window));
            if (Array.Exists(digits, digit => Math.Abs(digit.Middle - left) < Border || Math.Abs(digit.Middle - left - LineStrip.Window) < Border))
                continue;
            var pixels = new byte[LineStrip.Rows * LineStrip.Window];
            strip.CopyTo(left, pixels);
            pieces.Add((pixels, [.. digits.Where(digit => digit.Middle > left && digit.Middle < left + LineStrip.Window).Select(digit => digit.Digit)]));
        }

        return pieces;
    }

    /// <summary>Whether a piece of a line is as high as its digits, and narrow.</summary>
    internal static bool IsStick(InkPart part, int height) =>
        part.Height >= LeastStick * height && part.Height <= MostStick * height && part.Width <= StickWidth * part.Height;
}
