using System.Globalization;
using System.Text;

namespace MlNetDigits.Datasets;

/// <summary>Makes labels comparable, whoever wrote them.</summary>
internal static class LabelText
{
    /// <summary>Largest number that is written without an exponent.</summary>
    private const double Largest = 1e15;

    /// <summary>Removes space around a label and composes its characters, which some file systems take apart.</summary>
    public static string Clean(string label) => label.Trim().Normalize(NormalizationForm.FormC);

    /// <summary>Cleans a label, and takes a whole number that tables write as 5.0 for 5.</summary>
    public static string CleanNumber(string label)
    {
        string text = Clean(label);
        return text.Contains('.') && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value == Math.Floor(value) && Math.Abs(value) < Largest
            ? value.ToString("F0", CultureInfo.InvariantCulture) : text;
    }
}
