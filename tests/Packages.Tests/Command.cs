using System.Diagnostics;

namespace Packages.Tests;

/// <summary>A program that a user would start, in a folder of theirs.</summary>
internal sealed class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly ProcessStartInfo _start;

    public Command(string folder, string program, params string[] arguments)
    {
        _start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // What the test run set for itself is not the user's, and a server that outlives the command would hold its output.
        foreach (string name in _start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.Ordinal)).ToList())
            _start.Environment.Remove(name);
        foreach ((string name, string value) in (IEnumerable<(string, string)>)[("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1"), ("DOTNET_CLI_UI_LANGUAGE", "en")])
            _start.Environment[name] = value;
    }

    public static Command DotNet(string folder, params string[] arguments) => new(folder, Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", arguments);

    public Command With(string variable, string? value)
    {
        _start.Environment[variable] = value;
        return this;
    }

    /// <summary>Runs the command to its end, which has to be a good one.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public async Task<string> RunAsync()
    {
        (int code, string output, string error) = await EndAsync();
        Assert.True(code == 0, $"{_start.FileName} {string.Join(' ', _start.ArgumentList)} ended with {code}.\n{output}\n{error}");
        return output;
    }

    /// <summary>Runs the command to its end, whatever that is.</summary>
    public async Task<(int Code, string Output, string Error)> EndAsync()
    {
        using Process process = Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output.WaitAsync(limit.Token), await error.WaitAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{_start.FileName} {string.Join(' ', _start.ArgumentList)} did not end within {Limit.TotalMinutes} minutes.");
        }
    }

    /// <summary>Starts the command and leaves it running.</summary>
    public Process Start()
    {
        Process process = Process.Start(_start)!;
        process.StandardInput.Close();
        return process;
    }
}
