using System.CommandLine;
using System.CommandLine.Help;
using MlNetDigits.Console.Commands;

namespace MlNetDigits.Console.Hosting;

/// <summary>Parses the command line and runs the command that it names.</summary>
internal sealed class Application(Terminal terminal)
{
    private readonly RootCommand _root = CreateRoot(terminal);

    /// <summary>Runs one command line.</summary>
    /// <returns>The exit code.</returns>
    public int Run(string[] arguments)
    {
        ParseResult parsed = _root.Parse(arguments.Length > 0 ? arguments : ["--help"]);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
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

    private static RootCommand CreateRoot(Terminal terminal)
    {
        var root = new RootCommand("Trains networks that recognize handwritten digits, and uses them.");
        root.Options.Add(CommonOptions.Json);
        root.Options.Add(CommonOptions.Trace);
        root.Subcommands.Add(TrainCommand.Create(terminal));
        root.Subcommands.Add(EvaluateCommand.Create(terminal));
        root.Subcommands.Add(CompareCommand.Create(terminal));
        root.Subcommands.Add(RobustnessCommand.Create(terminal));
        root.Subcommands.Add(CrossValidateCommand.Create(terminal));
        root.Subcommands.Add(PredictCommand.Create(terminal));
        root.Subcommands.Add(ExplainCommand.Create(terminal));
        root.Subcommands.Add(SummaryCommand.Create(terminal));
        root.Subcommands.Add(CardCommand.Create(terminal));
        root.Subcommands.Add(DataCommand.Create(terminal));
        root.Subcommands.Add(FeedbackCommand.Create(terminal));
        root.Subcommands.Add(ExportCommand.Create(terminal));
        root.Subcommands.Add(BenchmarkCommand.Create(terminal));
        root.Subcommands.Add(LearningRateCommand.Create(terminal));
        return root;
    }

    /// <summary>Chooses the error about a word that was typed over the one about a missing command.</summary>
    private static string TellingError(ParseResult parsed) => parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command is RootCommand
        ? $"'{parsed.UnmatchedTokens[0]}' is not a command."
        : parsed.Errors[0].Message;

    private static string CommandPath(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        return command is RootCommand ? "mlnet-digits" : $"mlnet-digits {command.Name}";
    }
}
