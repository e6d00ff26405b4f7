using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlNetDigits.Console.Tests.Commands;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Recognition;

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

        foreach (FormModel other in new[] { FormModels.Get("words"), FormModels.Get(FormModels.Refusing) })
        {
            File.Copy(other.Zip, Path.Combine(Path.GetDirectoryName(App("Console"))!, "digits.zip"), overwrite: true);
            (code, output) = Dotnet(App("Console"), other.Pictures[0]);
            Assert.Equal((0, $"{other.Pictures[0]}: {LabelOf(other)} ("), (code, output[..output.IndexOf('(')] + "("));
        }
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
            await TryOtherModelAsync(client);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>A model that replaces the served one has other classes, and wants its pictures in another form.</summary>
    private async Task TryOtherModelAsync(HttpClient client)
    {
        FormModel dark = FormModels.Get("dark");
        string served = Path.Combine(Path.GetDirectoryName(App("Web"))!, "digits.zip");
        File.Copy(dark.Zip, served + ".new");
        File.Move(served + ".new", served, overwrite: true);

        JsonElement answer;
        do
        {
            await Task.Delay(100);
            answer = await (await client.PostAsync("/predict", new ByteArrayContent(await File.ReadAllBytesAsync(dark.Pictures[0])))).Content.ReadFromJsonAsync<JsonElement>();
        }
        while (answer.GetProperty("classes").GetArrayLength() != dark.Classes.Length);
        Assert.Equal(LabelOf(dark), answer.GetProperty("label").GetString());
    }

    private static string LabelOf(FormModel model)
    {
        using DigitRecognizer recognizer = DigitRecognizer.Load(model.Onnx);
        return model.Classes[recognizer.Predict(model.Pictures[0]).Digit];
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
