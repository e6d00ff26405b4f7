using System.Text.RegularExpressions;

namespace MlNetDigits.Notebooks;

/// <summary>Takes figures out of texts that are compared.</summary>
internal static partial class Figures
{
    /// <summary>Writes every number, with the spaces that align it, as one sign.</summary>
    public static string Mask(string text) => Number().Replace(text, "#");

    [GeneratedRegex(@" *\d[\d.,]*(?<=\d)")]
    private static partial Regex Number();
}
