using MlNetDigits.Tests;
using Packages.Tests.Packing;

namespace Packages.Tests.Tool;

/// <summary>The tool, installed once for all tests by one user and run by another who may not write there.</summary>
public sealed class InstalledTool : IDisposable
{
    private const UnixFileMode ReadAndEnter = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly TemporaryFolder _folder = new();
    private bool _installed;

    /// <summary>Where the tool lies.</summary>
    internal string Place => _folder.File("Werkzeuge für alle");

    /// <summary>The user's working folder.</summary>
    internal string Work => _folder.File("Größe und Ziffern");

    /// <summary>The user's home.</summary>
    internal string Home => _folder.File("home");

    /// <summary>The user's cache, which has MNIST.</summary>
    internal string Cache => _folder.File("cache");

    internal async Task InstallAsync(Feed feed)
    {
        if (_installed) return;
        string mnist = Path.Combine(Cache, "mlnet-digits", "mnist");
        foreach (string folder in (string[])[Work, Home, mnist]) Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Build.Mnist)) File.Copy(file, Path.Combine(mnist, Path.GetFileName(file)));
        File.WriteAllText(_folder.File("nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        await Command.DotNet(_folder.Path, ReadmeCommand.Arguments("tool install", ("artifacts/packages", [feed.Packages]), ("--global", ["--tool-path", Place]))).RunAsync();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Path, ReadAndEnter | UnixFileMode.UserWrite);
            foreach (string folder in (string[])[Work, Home, Cache]) File.SetUnixFileMode(folder, ReadAndEnter | Write);
            SetModeOfFolders(ReadAndEnter);
        }

        _installed = true;
    }

    /// <summary>The tool with arguments, in the working folder.</summary>
    internal Command Run(params string[] arguments)
    {
        string tool = Path.Combine(Place, OperatingSystem.IsWindows() ? "mlnet-digits.exe" : "mlnet-digits");
        string[] asNobody = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"] : [];
        string[] line = [.. asNobody, tool, .. arguments];
        return new Command(Work, line[0], line[1..]).With("HOME", Home).With("XDG_CACHE_HOME", Cache).With("MNIST_DIR", null)
            // ONNX Runtime keeps from telemetry where it thinks that it is tested, and a user's machine is no such place.
            .With("CI", null).With("TF_BUILD", null).With("GITHUB_ACTIONS", null);
    }

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows() && _installed) SetModeOfFolders(ReadAndEnter | UnixFileMode.UserWrite);
        _folder.Dispose();
    }

    private void SetModeOfFolders(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (string folder in (IEnumerable<string>)[Place, .. Directory.EnumerateDirectories(Place, "*", SearchOption.AllDirectories)]) File.SetUnixFileMode(folder, mode);
    }
}
