using System.Globalization;
using MlNetDigits.Evaluation;

namespace MlNetDigits.Reports.Html;

/// <summary>Writes figures for readers, the same in every culture.</summary>
internal static class Figures
{
    private const string Unknown = "–";

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 image", "2 images".</summary>
    public static string Count(long value, string noun) => $"{Count(value)} {noun}{(value == 1 ? "" : "s")}";

    public static string Percent(double share, int digits = 2) =>
        double.IsNaN(share) ? Unknown : (share * 100).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + " %";

    public static string Number(double value, int digits = 4) =>
        double.IsNaN(value) ? Unknown : value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The ends of an interval of shares; empty where it has none.</summary>
    public static string PercentRange(ConfidenceInterval interval, int digits = 2) => double.IsNaN(interval.Lower) ? string.Empty
        : $"{Number(interval.Lower * 100, digits)} – {Percent(interval.Upper, digits)}";

    /// <summary>The ends of an interval; empty where it has none.</summary>
    public static string Range(ConfidenceInterval interval, int digits = 4) => double.IsNaN(interval.Lower) ? string.Empty
        : $"{Number(interval.Lower, digits)} – {Number(interval.Upper, digits)}";
}
