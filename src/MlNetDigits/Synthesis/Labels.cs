namespace MlNetDigits.Synthesis;

/// <summary>Names of classes.</summary>
internal static class Labels
{
    private static readonly Dictionary<NonDigit, string> _names = Enum.GetValues<NonDigit>().ToDictionary(kind => kind, kind => kind.ToString().ToLowerInvariant());

    /// <summary>A kind in lower case.</summary>
    public static string Of(NonDigit kind) => _names[kind];
}
