using System.Globalization;

namespace MlNetDigits.Charts;

/// <summary>Numbers as charts write them, the same in every culture.</summary>
internal static class ChartText
{
    private const string Missing = "–";

    /// <summary>A share as percent, such as "99.56 %".</summary>
    public static string Percent(double share, int decimals = 1) =>
        double.IsFinite(share) ? (share * 100).ToString("F" + decimals, CultureInfo.InvariantCulture) + " %" : Missing;

    /// <summary>A number of four digits.</summary>
    public static string Number(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : Missing;

    /// <summary>A count with its noun, such as "1 image" or "1,234 images".</summary>
    public static string Count(int count, string noun, string? plural = null) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? noun : plural ?? noun + "s")}";
}
