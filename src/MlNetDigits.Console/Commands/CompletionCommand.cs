using System.CommandLine;
using System.Reflection;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;

namespace MlNetDigits.Console.Commands;

/// <summary><c>completion</c>: the script that lets a shell complete this program's command lines.</summary>
internal static class CompletionCommand
{
    public const string Name = "completion";
    public const string Description = "Print the script that lets bash, zsh or PowerShell complete command lines.";

    private static readonly (string Shell, string Resource)[] Scripts =
        [("bash", "mlnet-digits.bash"), ("zsh", "mlnet-digits.zsh"), ("pwsh", "mlnet-digits.ps1"), ("powershell", "mlnet-digits.ps1")];

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, or pwsh (powershell)." };
        shell.AcceptOnlyFromAmong([.. Scripts.Select(script => script.Shell)]);
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Complete in this and later bash sessions", "echo 'source <(mlnet-digits completion bash)' >> ~/.bashrc"),
            new CommandExample("Complete in zsh, after compinit", "echo 'source <(mlnet-digits completion zsh)' >> ~/.zshrc"),
            new CommandExample("Complete in PowerShell, as a line of $PROFILE", "mlnet-digits completion pwsh | Out-String | Invoke-Expression")) { shell };
        command.Runs(terminal, (parsed, _) =>
        {
            string name = parsed.GetRequiredValue(shell);
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Scripts.First(script => script.Shell == name).Resource)!);
            terminal.Output.Write(reader.ReadToEnd());
            return ExitCode.Success;
        });
        return command;
    }
}
