using System.Text;

namespace MlNetDigits.Datasets;

/// <summary>Makes labels comparable, whoever wrote them.</summary>
internal static class LabelText
{
    /// <summary>Removes space around a label and composes its characters, which some file systems take apart.</summary>
    public static string Clean(string label) => label.Trim().Normalize(NormalizationForm.FormC);
}
