using System.Text.Json;

namespace MlNetDigits.Reports;

/// <summary>Writes and reads <c>metrics.json</c>.</summary>
public static class MetricsFile
{
    /// <summary>Gets the file's usual name.</summary>
    public const string Name = "metrics.json";

    /// <summary>Writes a training's report as JSON.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="report">What to write.</param>
    public static void Write(string path, TrainingReport report)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(report);
        File.WriteAllText(path, JsonSerializer.Serialize(report, ReportJson.Default.TrainingReport) + "\n");
    }

    /// <summary>Reads a training's report.</summary>
    /// <param name="path">The file to read.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InvalidDataException">The file is no report; the message names it.</exception>
    public static TrainingReport Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), ReportJson.Default.TrainingReport)
                ?? throw new InvalidDataException($"'{path}' is empty; train again to write it anew.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"'{path}' is not a training report: {error.Message} Train again to write it anew.", error);
        }
    }
}
