using System.CommandLine;

namespace MlNetDigits.Console.Hosting;

/// <summary>Runs a command's action with the error handling that all commands share.</summary>
internal static class CommandExtensions
{
    /// <summary>Sets the action; an exception becomes one line on standard error and exit code 1.</summary>
    /// <param name="command">The command.</param>
    /// <param name="terminal">Where errors are written.</param>
    /// <param name="action">Returns the exit code; its token is cancelled by Ctrl+C.</param>
    public static void Runs(this Command command, Terminal terminal, Func<ParseResult, CancellationToken, int> action) =>
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption(terminal);
            try
            {
                return action(parsed, interruption.Token);
            }
            catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
            {
                terminal.WriteError("interrupted; nothing was changed.");
                return ExitCode.Interrupted;
            }
            catch (Exception error)
            {
                terminal.WriteError(ErrorLine.Describe(error));
                if (parsed.GetValue(CommonOptions.Trace))
                    terminal.Error.WriteLine(error);
                return ExitCode.Failure;
            }
        });
}
