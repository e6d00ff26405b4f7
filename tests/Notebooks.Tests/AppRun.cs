using System.Diagnostics;

namespace MlNetDigits.Notebooks;

/// <summary>Runs a walk as the app that it is.</summary>
internal static class AppRun
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs a walk that was built with the tests.</summary>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has what it wrote.</exception>
    public static Task<string> OfBuiltAsync(string name) => RunAsync(name, Path.Combine(Checkout.Apps, name + ".dll"));

    /// <summary>Runs <c>dotnet run notebooks/name.cs</c> in the checkout's folder.</summary>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has what it wrote.</exception>
    public static Task<string> OfFileAsync(string name) => RunAsync(name, "run", "-c", Checkout.Configuration, Path.Combine("notebooks", name + ".cs"));

    private static async Task<string> RunAsync(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(Checkout.Notebooks)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };

        // As the cells run; and no server is left behind by the build.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"'{name}' ran longer than {_limit.TotalMinutes:N0} minutes.");
        }

        return process.ExitCode == 0
            ? (await output).ReplaceLineEndings("\n")
            : throw new InvalidOperationException($"'{name}' ended with {process.ExitCode}:\n{await output}\n{await error}");
    }
}
