using System.Globalization;
using System.Text;
using MlNetDigits.Charts;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Reports;

/// <summary>Writes a learning rate range test as CSV and as a picture.</summary>
public static class LearningRateFile
{
    /// <summary>Usual name of the table.</summary>
    public const string CsvName = "lr-find.csv";

    /// <summary>Usual name of the picture.</summary>
    public const string SvgName = "lr-find.svg";

    /// <summary>Writes a line for each step.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="test">The test.</param>
    public static void WriteCsv(string path, LearningRateTest test)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(test);
        var text = new StringBuilder("learningRate,loss,smoothedLoss\n");
        foreach (LearningRatePoint point in test.Points)
            text.Append(CultureInfo.InvariantCulture, $"{point.LearningRate:R},{point.Loss:R},{point.SmoothedLoss:R}\n");
        File.WriteAllText(path, text.ToString());
    }

    /// <summary>Draws both losses over the learning rate and marks the suggestion.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="test">The test.</param>
    /// <param name="title">Text above the chart.</param>
    public static void WriteSvg(string path, LearningRateTest test, string title)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(test);
        var chart = new SvgChart
        {
            Title = title,
            XLabel = "learning rate",
            YLabel = "loss",
            IsLogX = true,
            Series =
            [
                new ChartSeries("loss", [.. test.Points.Select(point => (point.LearningRate, point.Loss))], IsLine: false),
                new ChartSeries("smoothed loss", [.. test.Points.Select(point => (point.LearningRate, point.SmoothedLoss))]),
            ],
            Marker = (test.Suggestion, string.Create(CultureInfo.InvariantCulture, $"suggested {test.Suggestion:G2}")),
        };
        File.WriteAllText(path, chart.ToSvg());
    }
}
