using System.Text.RegularExpressions;

namespace Packages.Tests.Consumers;

/// <summary>C# of a package's README.</summary>
internal static partial class ReadmeCode
{
    /// <summary>One block as it stands.</summary>
    public static string Block(string project, int number)
    {
        string readme = File.ReadAllText(Path.Combine(Build.Checkout, "src", project, "README.md")).ReplaceLineEndings("\n");
        return Fenced().Matches(readme)[number].Groups["code"].Value;
    }

    /// <summary>One block as the body of a method, so that several go into one app.</summary>
    public static string Method(string project, int number, string className, string parameters = "")
    {
        ILookup<bool, string> lines = Block(project, number).Split('\n').ToLookup(line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('='));
        return $"{string.Join('\n', lines[true])}\n\ninternal static class {className}\n{{\n    public static void Run({parameters})\n    {{\n{string.Join('\n', lines[false])}\n    }}\n}}\n";
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();
}
