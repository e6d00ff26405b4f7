using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MlNetDigits.Console.Tests.Hosting;
using MlNetDigits.RequiredMnist;

namespace MlNetDigits.Console.Tests.Commands;

/// <summary>A run of the app without a terminal, under German culture: within the test's process, or as a process of its own.</summary>
internal sealed partial record Invocation(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs a command within the test's process, which spares the start of another.</summary>
    public static Invocation Run(params string[] arguments) => RunWithInput([], arguments);

    /// <summary>Runs a command within the test's process, with bytes as its standard input.</summary>
    public static Invocation RunWithInput(byte[] input, params string[] arguments)
    {
        (CultureInfo culture, CultureInfo ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            (int code, string output, string error) = InProcess.RunWithInput(new MemoryStream(input), arguments);
            return new Invocation(code, output, Heartbeats().Replace(error, string.Empty));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    /// <summary>Runs the built app as a process; its working folder has no models.</summary>
    public static Invocation RunProcess(params string[] arguments) => Finish(Start(arguments));

    /// <summary>Runs the built app as a process in a folder.</summary>
    public static Invocation RunProcessIn(string workingFolder, params string[] arguments) => Finish(StartIn(workingFolder, arguments));

    /// <summary>Runs the built app as a process with bytes on its standard input.</summary>
    public static Invocation RunProcessWithInput(byte[] input, params string[] arguments)
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
        start.Environment["DOTNET_TieredPGO"] = "0";
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
