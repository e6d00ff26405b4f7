using System.Globalization;
using MlNetDigits.Console.Json;

namespace MlNetDigits.Console.Rendering.Predictions;

/// <summary>Writes predictions as CSV (RFC 4180) with points as decimal signs, the same in every culture.</summary>
internal static class PredictionCsv
{
    /// <summary>Writes the names of the columns.</summary>
    public static string Header(IReadOnlyList<string> classNames, bool hasRejection) =>
        Row(["file", "label", "confidence", "error", .. hasRejection ? ["rejected", "digitScore"] : Array.Empty<string>(), .. classNames.Select(name => $"score_{name}")]);

    /// <summary>Writes an image's row; where there is an error, all else is empty.</summary>
    public static string Row(PredictionDocument prediction, IReadOnlyList<string> classNames, bool hasRejection) => Row(
        [prediction.File, prediction.Label ?? string.Empty, Number(prediction.Confidence), prediction.Error ?? string.Empty,
        .. hasRejection ? [prediction.Rejected switch { true => "true", false => "false", null => string.Empty }, Number(prediction.DigitScore)] : Array.Empty<string>(),
        .. classNames.Select((_, i) => Number(prediction.Scores?[i]))]);

    private static string Row(IEnumerable<string> fields) => string.Join(',', fields.Select(CsvField.Quote));

    private static string Number(float? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
