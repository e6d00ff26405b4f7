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

    internal RejectionReport With(bool isDigit, bool isRefused)
    {
        int refused = isRefused ? 1 : 0;
        return isDigit ? this with { Digits = Digits + 1, RefusedDigits = RefusedDigits + refused } : this with { Others = Others + 1, RefusedOthers = RefusedOthers + refused };
    }
}
