using System.Diagnostics;
using MlNetDigits.Documentation;

namespace MlNetDigits.Console.Tests.Documentation;

/// <summary>Runs commands of the README in bash, in a folder as users have it.</summary>
internal sealed class ReadmeFolder : IDisposable
{
    /// <summary>Lays options behind those of the README that keep a command short: a full training takes a minute and its report seconds.</summary>
    private const string Shorter = """
        case $1 in
          train)
            [[ $# -gt 1 && " $* " != *" --no-report "* ]] && set -- "$@" --no-report
            if [[ " $* " == *" robust "* ]]; then set -- "$@" --drawn 60 --arch tiny; else set -- "$@" --limit 600; fi
            set -- "$@" --epochs 1;;
          train-lines) set -- "$@" --pictures 100 --epochs 1;;
          evaluate-lines) set -- "$@" --count 20;;
          robustness) set -- "$@" --limit 100;;
          benchmark) set -- "$@" --rounds 1 --images 128;;
        esac
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("Größe und Ziffern").FullName;

    public ReadmeFolder()
    {
        if (OperatingSystem.IsWindows()) return;
        string scans = Directory.CreateDirectory(Path.Combine(_folder, "work", "scans", "first")).FullName;
        File.Copy(SourceTree.PathOf("data", "samples", "7-pen.png"), Path.Combine(scans, "seven.png"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "work", "data"), SourceTree.PathOf("data"));
        string program = Path.Combine(_folder, "mlnet-digits");
        File.WriteAllText(program, $"#!/bin/bash\n{Shorter}\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "mlnet-digits.dll")}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>Gets where the commands run.</summary>
    public string Work => Path.Combine(_folder, "work");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs a line; gives what went wrong, or nothing.</summary>
    public string Run(string line)
    {
        string command = line.Replace(PageCommands.WithoutTool, "mlnet-digits", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Work };
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["PATH"] = $"{_folder}{Path.PathSeparator}{start.Environment["PATH"]}";
        start.Environment["MNIST_DIR"] = SourceTree.PathOf("data", "mnist");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5))) process.Kill(entireProcessTree: true);
        RequiredMnist.MnistMissingException.ThrowIfCause(process.ExitCode, error.Result);
        return process.ExitCode == 0 ? "" : $"{line} ended with {process.ExitCode}.\n{output.Result}\n{error.Result}";
    }
}
