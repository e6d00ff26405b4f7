using System.CommandLine;
using System.CommandLine.Parsing;
using MlNetDigits.Console.Commands;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;

namespace MlNetDigits.Console.Tests.Hosting;

public sealed class HelpTests
{
    private const int Width = 80;

    public static TheoryData<string> Commands { get; } = [.. CommandCatalog.Entries.Select(entry => entry.Name)];

    [Fact]
    public void Help_OfTheProgram_NamesEveryCommandWithin80Columns()
    {
        (int code, string output, string error) = InProcess.Run("--help");

        Assert.Equal((0, string.Empty), (code, error));
        Assert.All(CommandCatalog.Entries, entry => Assert.Contains($"\n  {entry.Name}", output));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, Width));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_OfACommand_HasUsageOptionsAndExamplesWithin80Columns(string name)
    {
        (int code, string output, string error) = InProcess.Run(name, "--help");

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains($"USAGE\n  mlnet-digits {name}", output);
        Assert.Contains("\nCOMMON OPTIONS\n", output);
        string[] lines = output.Split('\n');
        Assert.Contains("EXAMPLES", lines);
        Assert.All(lines.TakeWhile(line => line != "EXAMPLES"), line => Assert.InRange(line.Length, 0, Width));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_EveryOptionAndArgument_IsDescribed(string name)
    {
        Command command = CommandCatalog.Entries.Single(entry => entry.Name == name).Create(Terminal.Silent);

        Assert.All(command.Options, option => Assert.EndsWith(".", option.Description));
        Assert.All(command.Arguments, argument => Assert.EndsWith(".", argument.Description));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_EveryExample_IsACommandLineWithoutErrors(string name)
    {
        var command = Assert.IsType<DigitCommand>(CommandCatalog.Entries.Single(entry => entry.Name == name).Create(Terminal.Silent));

        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example =>
        {
            string[] words = [.. CommandLineParser.SplitCommandLine(example.Line[example.Line.IndexOf("mlnet-digits", StringComparison.Ordinal)..].Split(['|', '>', ')'])[0])];
            Assert.Equal(name, words[1] == "image-classification" ? "train" : words[1]);
            Assert.Empty(Application.CreateRoot(Terminal.Silent, words).Parse(words[1..]).Errors);
        });
    }

    [Fact]
    public void Help_WordBeforeACommand_IsItsHelp() =>
        Assert.Equal(InProcess.Run("predict", "--help"), InProcess.Run("help", "predict"));

    [Fact]
    public void Run_MisspelledCommand_AsksForTheLikelyOne() =>
        Assert.StartsWith("error: 'pedict' is not a command. Did you mean 'predict'?", InProcess.Run("pedict", "a.png").Error);
}
