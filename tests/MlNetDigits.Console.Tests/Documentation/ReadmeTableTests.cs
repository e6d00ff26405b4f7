using MlNetDigits.Documentation;

namespace MlNetDigits.Console.Tests.Documentation;

/// <summary>Runs the commands of the README's table of results.</summary>
public sealed class ReadmeTableTests
{
    [Fact]
    public void Commands_OfTheTable_AllSucceed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new ReadmeFolder();

        string[] commands = [.. MarkdownPage.Load("README.md").CodeSpans.Where(span => span.StartsWith("mlnet-digits ", StringComparison.Ordinal)).Distinct()];
        string[] failed = [.. commands.Select(folder.Run).Where(failure => failure.Length > 0)];

        Assert.NotEmpty(commands);
        Assert.Empty(failed);
    }
}
