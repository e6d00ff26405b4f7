using System.Globalization;
using System.Text;
using MlNetDigits.Charts;

namespace MlNetDigits.Evaluation.Robustness;

/// <summary>Writes accuracies under damage as a table and as a picture.</summary>
public static class RobustnessFile
{
    /// <summary>Usual name of the table.</summary>
    public const string CsvName = "robustness.csv";

    /// <summary>Usual name of the picture.</summary>
    public const string SvgName = "robustness.svg";

    /// <summary>Usual name of the picture as PNG.</summary>
    public const string PngName = "robustness.png";

    private const string Header = "corruption,strength,images,accuracy,lower,upper";

    /// <summary>Draws a curve over the strengths for each kind; strength 0 is undamaged.</summary>
    /// <param name="report">What was measured.</param>
    public static SvgPicture ToPicture(RobustnessReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var chart = new RobustnessCurves
        {
            Curves = [.. report.Corruptions.Select(row => new RobustnessCurve(row.Name, [.. row.Accuracy.Select(accuracy => accuracy.Estimate)]))],
            CleanAccuracy = report.Clean.Estimate,
        };
        return chart.Draw();
    }

    /// <summary>Writes a line for each kind and strength; strength 0 is undamaged.</summary>
    /// <param name="report">What was measured.</param>
    /// <returns>The lines, the same in every culture.</returns>
    public static string ToCsv(RobustnessReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder(Header).Append('\n');
        Add("clean", 0, report.Clean);
        foreach (RobustnessRow row in report.Corruptions)
            for (int i = 0; i < row.Accuracy.Count; i++) Add(row.Name, i + 1, row.Accuracy[i]);
        return text.ToString();

        void Add(string name, int strength, ConfidenceInterval accuracy) =>
            text.Append(CultureInfo.InvariantCulture, $"{name},{strength},{report.Images},{accuracy.Estimate:R},{accuracy.Lower:R},{accuracy.Upper:R}\n");
    }
}
