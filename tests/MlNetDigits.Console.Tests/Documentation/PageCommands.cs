using System.Text.RegularExpressions;
using MlNetDigits.Documentation;

namespace MlNetDigits.Console.Tests.Documentation;

/// <summary>Commands on pages: lines of blocks without a language, and texts in backticks.</summary>
internal static partial class PageCommands
{
    /// <summary>How to call the console without installing it.</summary>
    public const string WithoutTool = "dotnet run -c Release --project src/MlNetDigits.Console --";

    private static readonly string[] _programs = ["mlnet-digits", "dotnet", "source"];

    /// <summary>Lines of blocks that call a program.</summary>
    public static IEnumerable<string> Lines(MarkdownPage page) => page.CodeBlocks.Where(block => block.Language.Length == 0)
        .SelectMany(block => block.Text.Split('\n')).Select(line => line.Trim()).Where(line => _programs.Contains(line.Split(' ')[0]));

    /// <summary>Command lines of the console in blocks.</summary>
    public static IEnumerable<string> OfConsole(MarkdownPage page) => OfConsole(Lines(page));

    /// <summary>Command lines of the console in backticks, which may stop before their arguments.</summary>
    public static IEnumerable<string> Mentions(MarkdownPage page) => OfConsole(page.CodeSpans);

    /// <summary>Those with a placeholder such as <c>&lt;command&gt;</c> are left out.</summary>
    private static IEnumerable<string> OfConsole(IEnumerable<string> lines) => lines
        .Select(line => Console().Match(line.Replace(WithoutTool, "mlnet-digits", StringComparison.Ordinal)))
        .Where(match => match.Success).Select(match => match.Groups["line"].Value.Trim())
        .Where(line => !Placeholder().IsMatch(line));

    [GeneratedRegex(@"^(source <\(|.*\| )?(?<line>mlnet-digits [^|>)]+)")]
    private static partial Regex Console();

    [GeneratedRegex(@"<[\w-]+")]
    private static partial Regex Placeholder();
}
