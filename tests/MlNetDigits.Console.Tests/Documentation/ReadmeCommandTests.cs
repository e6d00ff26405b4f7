using System.Diagnostics;
using MlNetDigits.Documentation;

namespace MlNetDigits.Console.Tests.Documentation;

/// <summary>Runs the README's commands in bash, one after another in a folder as users have it.</summary>
public sealed class ReadmeCommandTests : IDisposable
{
    /// <summary>Lays options behind those of the README that keep a command short: a full training takes a minute and its report seconds.</summary>
    private const string Shorter = """
        case $1 in
          train)
            [[ $# -gt 1 && " $* " != *" --no-report "* ]] && set -- "$@" --no-report
            set -- "$@" --limit 600 --epochs 1;;
          robustness) set -- "$@" --limit 100;;
          benchmark) set -- "$@" --rounds 1 --images 128;;
        esac
        """;

    /// <summary>Commands that other tests run, since they build or serve: which do.</summary>
    private static readonly Dictionary<string, string> _elsewhere = new()
    {
        ["dotnet test"] = "this very run",
        ["dotnet pack -c Release"] = "Packages.Tests: Feed",
        ["dotnet tool install --global --add-source artifacts/packages MlNetDigits.Console"] = "Packages.Tests: InstalledTool",
        ["dotnet run notebooks/01-quick-start.cs"] = "Notebooks.Tests: WalkTests",
        ["dotnet run -c Release --project src/MlNetDigits.Web"] = "MlNetDigits.Web.Tests: DrainTests, as a process",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("Größe und Ziffern").FullName;

    private static MarkdownPage Readme => MarkdownPage.Load("README.md");

    public ReadmeCommandTests()
    {
        if (OperatingSystem.IsWindows()) return;
        string scans = Directory.CreateDirectory(Path.Combine(_folder, "work", "scans", "first")).FullName;
        File.Copy(SourceTree.PathOf("data", "samples", "7-pen.png"), Path.Combine(scans, "seven.png"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "work", "data"), SourceTree.PathOf("data"));
        string program = Path.Combine(_folder, "mlnet-digits");
        File.WriteAllText(program, $"#!/bin/bash\n{Shorter}\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "mlnet-digits.dll")}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Commands_OfBlocks_AllSucceed()
    {
        if (OperatingSystem.IsWindows()) return;

        string[] commands = [.. PageCommands.Lines(Readme).Where(line => !_elsewhere.ContainsKey(line))];
        string[] failed = [.. commands.Select(Run).Where(failure => failure.Length > 0)];

        Assert.NotEmpty(commands);
        Assert.Empty(failed);
        string[] written = [.. Directory.GetFileSystemEntries(Path.Combine(_folder, "work", "artifacts", "standard")).Select(path => Path.GetFileName(path))];
        Assert.All(["digits.onnx", "digits.zip", "metrics.json", "history.csv", "report.html", "project"], name => Assert.Contains(name, written));
    }

    [Fact]
    public void Commands_OfTheTable_AllSucceed()
    {
        if (OperatingSystem.IsWindows()) return;

        string[] commands = [.. Readme.CodeSpans.Where(span => span.StartsWith("mlnet-digits ", StringComparison.Ordinal)).Distinct()];
        string[] failed = [.. commands.Select(Run).Where(failure => failure.Length > 0)];

        Assert.NotEmpty(commands);
        Assert.Empty(failed);
    }

    [Fact]
    public void Commands_RunElsewhere_AreInTheReadme() => Assert.Superset(_elsewhere.Keys.ToHashSet(), PageCommands.Lines(Readme).ToHashSet());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs a line; gives what went wrong, or nothing.</summary>
    private string Run(string line)
    {
        string command = line.Replace(PageCommands.WithoutTool, "mlnet-digits", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.Combine(_folder, "work") };
        start.Environment["PATH"] = $"{_folder}{Path.PathSeparator}{start.Environment["PATH"]}";
        start.Environment["MNIST_DIR"] = SourceTree.PathOf("data", "mnist");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5))) process.Kill(entireProcessTree: true);
        RequiredMnist.MnistMissingException.ThrowIfCause(process.ExitCode, error.Result);
        return process.ExitCode == 0 ? "" : $"{line} ended with {process.ExitCode}.\n{output.Result}\n{error.Result}";
    }
}
