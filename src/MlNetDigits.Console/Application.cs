using System.CommandLine;
using System.CommandLine.Help;
using MlNetDigits.Console.Commands;
using MlNetDigits.Console.Completion;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;

namespace MlNetDigits.Console;

/// <summary>Parses the command line and runs the command that it names.</summary>
internal sealed class Application(Terminal terminal)
{
    private const string HelpWord = "help";
    private const string HelpOptionName = "--help";

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public int Run(string[] arguments)
    {
        if (Suggestions.IsAsked(arguments))
            return Suggestions.Write(terminal, CreateRoot(terminal, arguments[^1].Split(' ')), arguments);
        string[] words = arguments switch
        {
            [] or [HelpWord] => [HelpOptionName],
            [HelpWord, .. var rest] => [.. rest, HelpOptionName],
            _ => arguments,
        };
        ParseResult parsed = CreateRoot(terminal, words).Parse(words);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpPrinter)
        {
            terminal.WriteError($"{ErrorLine.Join(TellingError(parsed))} See '{CommandPath(parsed)} --help'.");
            return ExitCode.Failure;
        }

        int code = parsed.Invoke(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        return arguments.Length > 0 ? code : ExitCode.Failure;
    }

    /// <summary>Creates the root; of all commands only those that the words name have options, since making them takes time.</summary>
    internal static RootCommand CreateRoot(Terminal terminal, string[] words)
    {
        var root = new RootCommand(HelpPage.Purpose);
        root.Options.OfType<HelpOption>().Single().Action = new HelpPrinter(terminal, CommandCatalog.Groups);
        root.Options.Add(CommonOptions.Json);
        root.Options.Add(CommonOptions.Trace);
        foreach (CommandEntry entry in CommandCatalog.Entries)
            root.Subcommands.Add(words.Any(entry.IsCalled) ? entry.Create(terminal) : entry.ToStub());
        return root;
    }

    /// <summary>Chooses the error about a word that was typed over the one about a missing command.</summary>
    private static string TellingError(ParseResult parsed) => parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command is RootCommand
        ? $"'{parsed.UnmatchedTokens[0]}' is not a command.{Likely(parsed.UnmatchedTokens[0])}"
        : parsed.Errors[0].Message;

    /// <summary>Asks whether a command of almost the same name was meant.</summary>
    private static string Likely(string word)
    {
        (string name, int distance) = CommandCatalog.Entries.SelectMany(entry => entry.Aliases.Prepend(entry.Name)).Select(name => (name, Spelling.Distance(word, name))).MinBy(pair => pair.Item2);
        return distance <= Math.Max(1, name.Length / 3) ? $" Did you mean '{name}'?" : string.Empty;
    }

    private static string CommandPath(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        return command is RootCommand ? "mlnet-digits" : $"mlnet-digits {command.Name}";
    }
}
