using System.Diagnostics;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Web.Tests.Hosting;

/// <summary>Starts the service as a process of its own.</summary>
internal static class StartUp
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs the service with arguments that it refuses.</summary>
    /// <returns>What it wrote to standard error.</returns>
    public static async Task<string> Error(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var model = folder.File("small.onnx");
        NearestMeanModel.SaveOnnx(model);
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, $"--Digits:Models:small={model}", "--urls=http://127.0.0.1:0", .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.Equal(1, process.ExitCode);
            return await error;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
