using System.Diagnostics;
using System.Text.RegularExpressions;
using MlNetDigits.RequiredMnist;

namespace MlNetDigits.Console.Tests.Commands;

/// <summary>A run of the built app as a process of its own, without a terminal.</summary>
internal sealed partial record Invocation(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    public static Invocation Run(params string[] arguments) => Finish(Start(arguments));

    public static Invocation RunIn(string workingFolder, params string[] arguments) => Finish(StartIn(workingFolder, arguments));

    /// <summary>Runs the app with bytes on its standard input.</summary>
    public static Invocation RunWithInput(byte[] input, params string[] arguments)
    {
        Process process = StartIn(AppContext.BaseDirectory, arguments, hasInput: true);
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        return Finish(process);
    }

    /// <summary>Starts the app; its working folder has no models.</summary>
    public static Process Start(params string[] arguments) => StartIn(AppContext.BaseDirectory, arguments);

    private static Process StartIn(string workingFolder, string[] arguments, bool hasInput = false)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = hasInput,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = workingFolder,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "mlnet-digits.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        return Process.Start(start)!;
    }

    /// <summary>Reads all output and waits for the end.</summary>
    public static Invocation Finish(Process process)
    {
        using (process)
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Limit))
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            MnistMissingException.ThrowIfCause(process.ExitCode, error.Result);
            return new Invocation(process.ExitCode, output.Result, Heartbeats().Replace(error.Result, string.Empty));
        }
    }

    /// <summary>Lines that come once a second while something takes long, as on a busy machine.</summary>
    [GeneratedRegex(@"^(reading|evaluating|recognizing|making|writing|saving|waiting)\b[^\n]*, \d+\.\d s\r?\n", RegexOptions.Multiline)]
    private static partial Regex Heartbeats();
}
