using System.CommandLine;
using System.CommandLine.Parsing;
using MlNetDigits.Console.Commands;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Documentation;

namespace MlNetDigits.Console.Tests.Documentation;

/// <summary>What pages say of commands, held against the commands.</summary>
public sealed class PageCommandTests
{
    /// <summary>Options of other programs that pages name in backticks.</summary>
    private static readonly string[] _others = ["--source", "--tool-path", "--add-source", "--filter"];

    public static TheoryData<string> Pages => [.. MarkdownPage.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_OfAPage_AreCommandLinesWithoutErrors(string path)
    {
        MarkdownPage page = MarkdownPage.Load(path);

        string[] wrong = [.. PageCommands.OfConsole(page).SelectMany(Errors)];
        string[] wrongMentions = [.. PageCommands.Mentions(page).SelectMany(Errors).Where(error => !error.Contains("Required argument", StringComparison.Ordinal))];

        Assert.Empty(wrong);
        Assert.Empty(wrongMentions);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Options_InBackticks_AreThoseOfACommand(string path)
    {
        HashSet<string> known = [.. _others, "--help", "--version", .. CommandCatalog.Entries.SelectMany(entry => entry.Create(Terminal.Silent).Options).Concat([CommonOptions.Json, CommonOptions.Trace]).SelectMany(option => option.Aliases.Prepend(option.Name))];

        string[] unknown = [.. MarkdownPage.Load(path).CodeSpans.Select(span => span.Split(' ')[0]).Where(word => word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(':') && !known.Contains(word))];

        Assert.Empty(unknown);
    }

    [Fact]
    public void Commands_ThatAreWrong_AreFound()
    {
        Assert.NotEmpty(Errors("mlnet-digits train --epoch 3"));
        Assert.NotEmpty(Errors("mlnet-digits trian"));
    }

    private static IEnumerable<string> Errors(string line)
    {
        string[] words = [.. CommandLineParser.SplitCommandLine(line).Skip(1)];
        return Application.CreateRoot(Terminal.Silent, words).Parse(words).Errors.Select(error => $"{line}: {error.Message}");
    }
}
