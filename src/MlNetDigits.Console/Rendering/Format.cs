using System.Globalization;
using MlNetDigits.Evaluation;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Rendering;

/// <summary>Writes figures for people, the same in every culture.</summary>
internal static class Format
{
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double value) => double.IsNaN(value) ? "-" : (value * 100).ToString("F2", CultureInfo.InvariantCulture) + " %";

    /// <summary>Writes a range of shares in percent.</summary>
    public static string PercentRange(ConfidenceInterval interval) => double.IsNaN(interval.Lower) ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{interval.Lower * 100:F2} to {interval.Upper * 100:F2} %");

    public static string Loss(double value) => double.IsNaN(value) ? "-" : value.ToString("F4", CultureInfo.InvariantCulture);

    /// <summary>What classes are called by their names.</summary>
    public static string ClassWord(IEnumerable<string> names) => names.All(name => name is [>= '0' and <= '9']) ? "digit" : "class";

    /// <summary>Writes an epoch's training images per second.</summary>
    public static string Speed(EpochMetrics epoch) => Count((long)(epoch.Images / Math.Max(epoch.Seconds, 1e-9)));

    /// <summary>Cuts a long name, with an ellipsis at its end.</summary>
    public static string Shorten(string name, int length)
    {
        var text = new System.Globalization.StringInfo(name);
        return text.LengthInTextElements <= length ? name : text.SubstringByTextElements(0, length - 1) + "…";
    }

    public static string Seconds(double value) => value.ToString("F1", CultureInfo.InvariantCulture) + " s";

    /// <summary>Writes a duration as minutes and seconds, with hours if there are any.</summary>
    public static string Duration(TimeSpan value) =>
        value.ToString(value.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);

    /// <summary>Writes a size in the largest unit that keeps it at least 1.</summary>
    public static string Bytes(long value) => value switch
    {
        >= 1 << 20 => (value / (double)(1 << 20)).ToString("F1", CultureInfo.InvariantCulture) + " MB",
        >= 1 << 10 => (value / (double)(1 << 10)).ToString("F1", CultureInfo.InvariantCulture) + " kB",
        _ => value.ToString(CultureInfo.InvariantCulture) + " bytes",
    };
}
