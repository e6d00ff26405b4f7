using MlNetDigits.Networks.Calibration;

namespace MlNetDigits.Training;

/// <summary>What a model with a class for rejection refuses.</summary>
/// <param name="Digits">Images of the other classes.</param>
/// <param name="RefusedDigits">Those of them that were refused, wrongly.</param>
/// <param name="Others">Images of the class for rejection.</param>
/// <param name="RefusedOthers">Those of them that were refused, rightly.</param>
public sealed record RejectionReport(int Digits, int RefusedDigits, int Others, int RefusedOthers)
{
    /// <summary>Share of digits that were refused, 0 to 1; null without digits.</summary>
    public double? DigitShare => Digits == 0 ? null : (double)RefusedDigits / Digits;

    /// <summary>Share of the other images that were refused, 0 to 1; null without such images.</summary>
    public double? OtherShare => Others == 0 ? null : (double)RefusedOthers / Others;

    /// <summary>Counts what is refused at a digit score of 0.5.</summary>
    /// <param name="digits">Digit scores of images of the other classes.</param>
    /// <param name="others">Digit scores of images of the class for rejection.</param>
    public static RejectionReport Of(IReadOnlyCollection<float> digits, IReadOnlyCollection<float> others) =>
        new(digits.Count, digits.Count(IsRefused), others.Count, others.Count(IsRefused));

    private static bool IsRefused(float digitScore) => digitScore < RejectionCalibration.Threshold;
}
