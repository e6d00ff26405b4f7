using System.Globalization;
using System.Text;

namespace MlNetDigits.Evaluation.Robustness;

/// <summary>Writes accuracies under damage as CSV: one line for each kind and strength.</summary>
public static class RobustnessFile
{
    private const string Header = "corruption,strength,images,accuracy,lower,upper";

    /// <summary>Writes the report; strength 0 is undamaged.</summary>
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
