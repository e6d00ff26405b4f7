namespace MlNetDigits.Web.Models;

/// <summary>What the names of classes tell beyond themselves.</summary>
internal static class Classes
{
    /// <summary>The digit that a class stands for; null for one that is called otherwise.</summary>
    public static int? Digit(string name) => name is [>= '0' and <= '9' and var digit] ? digit - '0' : null;

    /// <summary>Whether every class is a digit.</summary>
    public static bool AreDigits(IReadOnlyList<string> names) => names.All(name => Digit(name) is not null);
}
