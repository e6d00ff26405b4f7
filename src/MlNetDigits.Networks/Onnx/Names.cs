using System.Globalization;

namespace MlNetDigits.Networks.Onnx;

internal static class Names
{
    /// <summary>The prefix, or the first of prefix_2, prefix_3 and so on that is free.</summary>
    public static string Unique(string prefix, Func<string, bool> isTaken)
    {
        var name = prefix;
        for (var number = 2; isTaken(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{prefix}_{number}");

        return name;
    }
}
