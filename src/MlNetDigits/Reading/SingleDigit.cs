using System.Globalization;
using MlNetDigits.Images;
using MlNetDigits.Recognition;

namespace MlNetDigits.Reading;

/// <summary>A picture of one digit among foreign ink, such as a cell with its lines, which are no digits beside it.</summary>
internal static class SingleDigit
{
    // Pictures of one digit are not much wider than high, and have few pieces of ink that may be digits.
    private const double GreatestRatio = 1.25;
    private const int MostDigits = 6;

    // Several digits give way to one of this evidence; a lesser one is enough where all but one are at the border.
    private const float Enough = 0.9f;
    private const float EnoughInside = 0.5f;

    private const double Border = 0.03;

    /// <summary>Reads a picture as one digit; null where lines are the better reading.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="lines">What was read in lines.</param>
    /// <param name="others">Ink that is no digit.</param>
    /// <param name="recognizer">The model.</param>
    public static LineReading? TryRead(GrayImage image, List<LineReading> lines, List<InkBox> others, IDigitRecognizer recognizer)
    {
        ReadDigit[] digits = [.. lines.SelectMany(line => line.Digits)];
        bool mayBeSingle = image.Width <= GreatestRatio * image.Height || digits.Length == 0;
        if (!mayBeSingle || digits.Length > MostDigits || !recognizer.HasRejection || Recognize(image, recognizer) is not { IsDigit: true } prediction)
            return null;
        float evidence = prediction.Evidence;
        if (digits.Length > 0 && evidence <= (digits.Length == 1 ? digits[0].Confidence : digits.Count(digit => IsInside(digit.Box, image)) <= 1 ? EnoughInside : Enough))
            return null;
        InkBox box = digits.OrderByDescending(digit => digit.Digit == prediction.Digit).Select(digit => digit.Box).Concat(others).Append(new InkBox(0, 0, image.Width, image.Height)).First();
        var digit = new ReadDigit { Digit = prediction.Digit, Confidence = evidence, Scores = prediction.Score, Box = box };
        return new LineReading { Text = prediction.Digit.ToString(CultureInfo.InvariantCulture), Confidence = evidence, Digits = [digit], Alternatives = [], IsValid = true };
    }

    private static bool IsInside(InkBox box, GrayImage image)
    {
        double x = Border * image.Width, y = Border * image.Height;
        return box.X > x && box.Y > y && box.X + box.Width < image.Width - x && box.Y + box.Height < image.Height - y;
    }

    private static DigitPrediction? Recognize(GrayImage image, IDigitRecognizer recognizer)
    {
        try
        {
            return recognizer.Predict(DigitImage.FromImage(image, recognizer.Form));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
