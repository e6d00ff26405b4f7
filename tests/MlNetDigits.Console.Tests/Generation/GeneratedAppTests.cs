using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlNetDigits.Console.Tests.Commands;

namespace MlNetDigits.Console.Tests.Generation;

/// <summary>Generated apps that are built and run for real, in a folder with spaces and umlauts.</summary>
public sealed partial class GeneratedAppTests : IDisposable
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
    private static readonly string Seven = Path.Combine(SampleFolder.Path, "7-pen.png");

    private readonly string _root = Directory.CreateTempSubdirectory("erzeugte Übung ").FullName;

    [Fact]
    public async Task Generate_InACheckout_WritesAppsThatBuildAndRun()
    {
        Invocation generated = Invocation.RunProcessIn(_root, "generate", "--model", "tiny", "--name", "my digits", "-o", "Ziffern");
        Assert.Equal((0, string.Empty), (generated.ExitCode, generated.Error));

        (int code, string output) = Dotnet("build", "--configuration", Configuration, "-m:1", "-nodeReuse:false", "-p:BuildProjectReferences=false");
        Assert.True(code == 0, output);

        (code, output) = Dotnet(App("Console"), Seven);
        Assert.Equal(0, code);
        Assert.Matches(@"7-pen\.png: 7 \(\d+\.\d\d %\)", output);

        await TryWebAsync();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Address();

    private async Task TryWebAsync()
    {
        using Process process = Process.Start(Start(App("Web"), "--urls", "http://127.0.0.1:0"))!;
        try
        {
            Match match;
            do
            {
                string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
                match = Address().Match(line);
            }
            while (!match.Success);

            using var client = new HttpClient { BaseAddress = new Uri(match.Groups[1].Value) };
            HttpResponseMessage good = await client.PostAsync("/predict", new ByteArrayContent(await File.ReadAllBytesAsync(Seven)));
            HttpResponseMessage bad = await client.PostAsync("/predict", new StringContent("no image"));
            Assert.Equal("7", (await good.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("label").GetString());
            Assert.Equal(400, (int)bad.StatusCode);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private string App(string kind) => Path.Combine(_root, "Ziffern", $"MyDigits.{kind}", "bin", Configuration, "net10.0", $"MyDigits.{kind}.dll");

    private (int Code, string Output) Dotnet(params string[] arguments)
    {
        using Process process = Process.Start(Start(arguments))!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private ProcessStartInfo Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.Combine(_root, "Ziffern") };
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        return start;
    }
}
