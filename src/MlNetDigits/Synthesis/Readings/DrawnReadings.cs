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
    private const double LeastOfDigit = 0.66;
    private const double MostOfNone = 0.45;

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
        var read = new List<(byte[] Pixels, byte Label)>[count];
        int shown = (int)(digitShare * count);
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, i => read[i] = [.. i < shown ? Read(digits.Create(i)) : Read(others.Create(i - shown))]);
        return ([.. read.SelectMany(readings => readings).SelectMany(reading => reading.Pixels)], [.. read.SelectMany(readings => readings).Select(reading => reading.Label)]);
    }

    /// <summary>Reads one picture.</summary>
    internal static IEnumerable<(byte[] Pixels, byte Label)> Read(SyntheticImage image)
    {
        if (DigitNormalizer.Read(image.ToGray()) is not { } readings)
        {
            if (image.NonDigit is not null)
                yield return (new byte[MnistView.PixelCount], None);
            yield break;
        }

        byte[]? meant = image.Digits.Count == 1 ? Normalize(image.Writing) : null;
        foreach (byte[] pixels in readings.Others.Prepend(readings.First))
        {
            double likeness = meant is null ? 0 : Likeness(pixels, meant);
            if (likeness >= LeastOfDigit)
                yield return (pixels, (byte)image.Digits[0].Digit);
            else if (likeness <= MostOfNone)
                yield return (pixels, None);
        }
    }

    private static byte[]? Normalize(GrayImage writing)
    {
        var field = new InkField(writing.Width, writing.Height, Array.ConvertAll(writing.Pixels, pixel => (float)pixel), Noise: 0);
        return DigitReadings.Of(field)?.First;
    }

    /// <summary>The greatest share of ink that two images have in common, over shifts of a pixel.</summary>
    private static double Likeness(byte[] one, byte[] other)
    {
        const int side = DigitNormalizer.Side;
        var best = 0.0;
        for (var shiftY = -1; shiftY <= 1; shiftY++)
        {
            for (var shiftX = -1; shiftX <= 1; shiftX++)
            {
                long common = 0, all = 0;
                for (var y = 1; y < side - 1; y++)
                {
                    for (var x = 1; x < side - 1; x++)
                    {
                        int a = one[(y * side) + x], b = other[((y + shiftY) * side) + x + shiftX];
                        common += Math.Min(a, b);
                        all += Math.Max(a, b);
                    }
                }

                best = Math.Max(best, all == 0 ? 0 : (double)common / all);
            }
        }

        return best;
    }
}
