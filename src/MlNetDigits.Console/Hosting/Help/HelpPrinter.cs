using System.CommandLine;
using System.CommandLine.Invocation;

namespace MlNetDigits.Console.Hosting.Help;

/// <summary>Writes the page of the command that <c>--help</c> stands at.</summary>
internal sealed class HelpPrinter(Terminal terminal, IReadOnlyList<(string Title, IReadOnlyList<CommandEntry> Entries)> groups) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        var page = new HelpPage(terminal.TextWidth, terminal.IsInteractive && terminal.IsColoured, groups);
        terminal.Output.Write(command is RootCommand root ? page.Write(root) : page.Write(command));
        return ExitCode.Success;
    }
}
