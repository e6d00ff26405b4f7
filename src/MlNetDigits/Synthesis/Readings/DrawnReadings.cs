using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Images.Candidates;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Mnist;

namespace MlNetDigits.Synthesis.Readings;

/// <summary>Drawn pictures as a recognizer sees them: normalized in several ways, each labelled by what is left of the digit.</summary>
/// <remarks>A reading with foreign ink, or without a part of the digit, is none: so a network learns which reading of a picture to believe.</remarks>
internal static class DrawnReadings
{
    /// <summary>Class of readings that are no digit.</summary>
    public const int None = 10;

    // Alike enough to be the digit, and too unlike; what lies between is left out.
    private const double LeastOfDigit = 0.95;
    private const double MostOfNone = 0.8;

    // Readings of one picture that are its digit, and that are none although it shows one, at most.
    private const int MostDigits = 2;
    private const int MostNone = 1;

    // Variance across a stroke, as a share of that along it.
    private const double MostAcross = 0.05;

    // One line of digits is drawn for so many pictures, and so many non-digits give one image that is not normalized.
    private const int PicturesToALine = 10;
    private const int PicturesToARaw = 4;

    private const int Side = DigitNormalizer.Side;

    /// <summary>Draws pictures and reads them.</summary>
    /// <param name="count">Number of pictures; each gives one reading or more.</param>
    /// <param name="digitShare">Share of pictures that show a digit.</param>
    /// <param name="options">How they are drawn; kind is set here.</param>
    /// <param name="mnist">Digits for those that are not drawn by strokes.</param>
    /// <param name="cancellation">Stops drawing.</param>
    /// <returns>784 pixels and a class, 0-9 or <see cref="None"/>, for each reading, in the order of pictures.</returns>
    public static (byte[] Pixels, byte[] Labels) Draw(int count, double digitShare, SynthesisOptions options, MnistData mnist, CancellationToken cancellation = default)
    {
        var digits = new DigitSynthesizer(options with { Kind = SynthesisKind.Digit }, mnist);
        var others = new DigitSynthesizer(options with { Kind = SynthesisKind.NonDigit }, mnist);
        var texts = new DigitSynthesizer(options with { Kind = SynthesisKind.Text, MinimumLength = 2, MaximumLength = 6, TouchingShare = 0.5f }, mnist);
        int shown = (int)(digitShare * count), lines = count / PicturesToALine;
        var read = new List<(byte[] Pixels, byte Label)>[count + lines];
        Parallel.For(0, read.Length, new ParallelOptions { CancellationToken = cancellation }, i => read[i] =
            [.. i < shown ? Read(digits.Create(i)) : i < count ? ReadOther(others.Create(i - shown), i) : DrawnLines.Read(texts.Create(i - count), (ulong)i)]);
        return ([.. read.SelectMany(readings => readings).SelectMany(reading => reading.Pixels)], [.. read.SelectMany(readings => readings).Select(reading => reading.Label)]);
    }

    /// <summary>Reads a picture of no digit, now and then also as it comes without normalization.</summary>
    private static IEnumerable<(byte[] Pixels, byte Label)> ReadOther(SyntheticImage image, int index)
    {
        foreach ((byte[] Pixels, byte Label) reading in Read(image))
            yield return reading;
        if (index % PicturesToARaw != 0)
            yield break;
        GrayImage picture = image.ToGray();
        // Noise that is averaged is no noise.
        if (image.NonDigit == NonDigit.Noise)
            picture = Cut(picture);
        yield return (ImageFitting.Fit(picture, new ImageForm { Normalization = ImageNormalization.Resize, Polarity = ImagePolarity.BrightInk }, "picture"), None);
    }

    private static GrayImage Cut(GrayImage picture) => new(Side, Side, [.. Enumerable.Range(0, Side).SelectMany(y => picture.Pixels.AsSpan(y * picture.Width, Side).ToArray())]);

    /// <summary>Reads one picture.</summary>
    internal static IEnumerable<(byte[] Pixels, byte Label)> Read(SyntheticImage image)
    {
        if (DigitNormalizer.Read(image.ToGray()) is not { IsForeign: false } readings)
        {
            if (image.NonDigit is not null)
                yield return (new byte[MnistView.PixelCount], None);
            yield break;
        }

        int digits = 0, none = 0, mostNone = image.Digits.Count == 1 ? MostNone : int.MaxValue;
        byte[]? meant = image.Digits.Count == 1 ? Normalize(image.Writing) : null;
        foreach ((byte[] pixels, _) in readings.Others.Prepend(readings.First))
        {
            double likeness = meant is null ? 0 : Likeness(pixels, meant);
            if (likeness >= LeastOfDigit && digits++ < MostDigits)
                yield return (pixels, (byte)image.Digits[0].Digit);
            else if (likeness <= MostOfNone && !IsUprightStick(pixels) && none++ < mostNone)
                yield return (pixels, None);
        }
    }

    private static byte[]? Normalize(GrayImage writing)
    {
        var field = new InkField(writing.Width, writing.Height, Array.ConvertAll(writing.Pixels, pixel => (float)pixel), Noise: 0);
        return DigitReadings.Of(field)?.First.Pixels;
    }

    /// <summary>Whether all ink is one straight, more or less upright stroke: what is left of a 7 is a 1 then, and not none.</summary>
    internal static bool IsUprightStick(byte[] pixels)
    {
        double mass = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
        for (var i = 0; i < pixels.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, Side);
            double ink = pixels[i];
            (mass, x, y) = (mass + ink, x + (ink * column), y + (ink * row));
            (xx, xy, yy) = (xx + (ink * column * column), xy + (ink * column * row), yy + (ink * row * row));
        }

        (x, y) = (x / mass, y / mass);
        (xx, xy, yy) = ((xx / mass) - (x * x), (xy / mass) - (x * y), (yy / mass) - (y * y));
        // Eigenvalues of the covariance: along the stroke and across it.
        double middle = (xx + yy) / 2, reach = Math.Sqrt((((xx - yy) / 2) * ((xx - yy) / 2)) + (xy * xy));
        return middle - reach < MostAcross * (middle + reach) && yy > xx;
    }

    /// <summary>The lesser of two shares: of the meant ink that is seen, and of the seen ink that is meant.</summary>
    /// <remarks>Two pixels beside it are as good as the place itself, for strokes are thin and foreign ink moves the centre.</remarks>
    private static double Likeness(byte[] seen, byte[] meant) => Math.Min(Covered(meant, Spread(seen)), Covered(seen, Spread(meant)));

    /// <summary>Share of one image's ink that another has.</summary>
    private static double Covered(byte[] ink, byte[] by)
    {
        long common = 0, all = 0;
        for (var i = 0; i < ink.Length; i++)
        {
            common += Math.Min(ink[i], by[i]);
            all += ink[i];
        }

        return all == 0 ? 0 : (double)common / all;
    }

    /// <summary>The most ink within two pixels along rows and columns.</summary>
    private static byte[] Spread(byte[] image)
    {
        const int reach = 2;
        byte[] wide = [.. image], spread = [.. image];
        for (var i = 0; i < image.Length; i++)
        {
            for (var x = Math.Max(0, (i % Side) - reach); x <= Math.Min(Side - 1, (i % Side) + reach); x++)
                wide[i] = Math.Max(wide[i], image[(i / Side * Side) + x]);
        }

        for (var i = 0; i < image.Length; i++)
        {
            for (var y = Math.Max(0, (i / Side) - reach); y <= Math.Min(Side - 1, (i / Side) + reach); y++)
                spread[i] = Math.Max(spread[i], wide[(y * Side) + (i % Side)]);
        }

        return spread;
    }
}
