using System.Diagnostics;

namespace MlNetDigits.Console.Tests.Completion;

/// <summary>Shells that source the scripts for real and complete lines with them.</summary>
public sealed class ShellCompletionTests : IDisposable
{
    /// <summary>Types lines into an interactive zsh, presses Tab, and shows between angle brackets what the line became.</summary>
    private const string Zpty = """
        zmodload zsh/zpty
        zpty -b shell "TERM=dumb zsh -f -i"
        zpty -w shell 'PS1=; autoload -U compinit; compinit -u -D; source <(mlnet-digits completion zsh)'
        zpty -w shell 'show() { zle -I; print -r -- "<$BUFFER>"; BUFFER=; }; zle -N show; bindkey "^X" show; print read''y'
        zpty -r -m shell out '*ready*'
        for line in "$@"; do
            zpty -w -n shell "$line"$'\t\x18'
            zpty -r -m shell out '*<mlnet-digits*>*'
            print -r -- "$out"
        done
        zpty -d shell
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("shell").FullName;

    public ShellCompletionTests()
    {
        string program = Path.Combine(_folder, "mlnet-digits");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "mlnet-digits.dll")}' \"$@\"\n");
        File.WriteAllText(Path.Combine(_folder, "seven.png"), string.Empty);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [ShellFact("bash")]
    public void Bash_SourcedScript_CompletesCommandsOptionsAndValues()
    {
        const string Script = """
            source <(mlnet-digits completion bash)
            complete -p mlnet-digits
            for line in "$@"; do
                COMP_LINE="$line" COMP_POINT=${#line} COMP_WORDS=($line) COMPREPLY=()
                _mlnet_digits
                echo "$line: ${COMPREPLY[*]}"
            done
            """;

        string[] lines = Run("bash", Script, "mlnet-digits tra", "mlnet-digits train --arch le", "mlnet-digits predict ");

        Assert.Equal(
            ["complete -o bashdefault -o default -F _mlnet_digits mlnet-digits", "mlnet-digits tra: train train-lines", "mlnet-digits train --arch le: lenet5", "mlnet-digits predict : "], lines);
    }

    [ShellFact("zsh")]
    public void Zsh_SourcedScript_CompletesInALineThatIsTyped()
    {
        string text = string.Join('\n', Run("zsh", Zpty, "mlnet-digits predi", "mlnet-digits train --arch le", "mlnet-digits predict sev"));

        Assert.Contains("<mlnet-digits predict >", text);
        Assert.Contains("<mlnet-digits train --arch lenet5 >", text);
        Assert.Contains("<mlnet-digits predict seven.png >", text);
    }

    [Theory]
    [InlineData("bash", "_mlnet_digits")]
    [InlineData("zsh", "compdef")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public void Completion_AShell_PrintsItsScript(string shell, string part)
    {
        (int code, string output, string error) = Hosting.InProcess.Run("completion", shell);

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains(part, output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Run(string shell, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(shell, ["-c", script, shell, .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = _folder };
        start.Environment["PATH"] = $"{_folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
            process.Kill(entireProcessTree: true);
        return output.Result.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
