namespace MlNetDigits.Web.Tests.Browser;

/// <summary>A square of the sheet, in shares of its height from the left of the square in its middle.</summary>
internal readonly record struct DrawingPlace(double Left, double Top, double Size)
{
    public static DrawingPlace Whole => new(0, 0, 1);
}
