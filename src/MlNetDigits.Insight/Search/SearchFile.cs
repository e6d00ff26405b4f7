using System.Globalization;
using System.Text;
using MlNetDigits.Charts;

namespace MlNetDigits.Search;

/// <summary>Writes a search's trials as CSV and as a picture.</summary>
public static class SearchFile
{
    /// <summary>Usual name of the table.</summary>
    public const string CsvName = "search.csv";

    /// <summary>Usual name of the picture.</summary>
    public const string SvgName = "search.svg";

    /// <summary>Writes a line for each trial.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="result">The search.</param>
    public static void WriteCsv(string path, SearchResult result)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder("rung,candidate,architecture,learningRate,schedule,augmentation,dropout,images,validationAccuracy,validationLoss,seconds,isWinner\n");
        foreach (SearchTrial trial in result.Trials)
        {
            SearchCandidate it = trial.Candidate;
            text.Append(CultureInfo.InvariantCulture, $"{trial.Rung},{it.Number},{it.Architecture},{it.LearningRate:R},{it.Schedule},{it.Augmentation},{it.Dropout:R},")
                .Append(CultureInfo.InvariantCulture, $"{trial.Images},{trial.ValidationAccuracy:R},{trial.ValidationLoss:R},{trial.Seconds:F2},{(trial == result.Winner ? "true" : "false")}\n");
        }

        File.WriteAllText(path, text.ToString());
    }

    /// <summary>Draws validation accuracy over learning rate, rung by rung, and marks the winner.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="result">The search.</param>
    public static void WriteSvg(string path, SearchResult result)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(result);
        var chart = new SvgChart
        {
            Title = "Search by successive halving",
            XLabel = "learning rate",
            YLabel = "validation accuracy",
            IsLogX = true,
            Series = [.. result.Trials.GroupBy(trial => trial.Rung).Select(rung => new ChartSeries(
                string.Create(CultureInfo.InvariantCulture, $"rung {rung.Key}"), [.. rung.Select(trial => ((double)trial.Candidate.LearningRate, trial.ValidationAccuracy))], IsLine: false))],
            Marker = result.Winner is { } winner ? (winner.Candidate.LearningRate, $"{winner.Candidate.Architecture}, {winner.Candidate.Schedule}, {winner.Candidate.Augmentation}") : null,
        };
        File.WriteAllText(path, chart.ToSvg());
    }
}
