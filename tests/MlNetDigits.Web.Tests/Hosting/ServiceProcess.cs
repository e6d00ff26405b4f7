using System.Diagnostics;
using System.Text.Json.Nodes;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Web.Tests.Hosting;

/// <summary>The service as a process of its own, as an operating system runs it.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _patience = new(Patience);
    private readonly Process _process;

    private ServiceProcess((string Name, string Value)[] environment, string[] arguments)
    {
        NearestMeanModel.SaveOnnx(Model);
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, $"--Digits:Models:small={Model}", "--urls=http://127.0.0.1:0", .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    public HttpClient Client { get; } = new() { Timeout = Patience };

    public string Model => _folder.File("small.onnx");

    /// <summary>The most memory it had at any moment, in bytes.</summary>
    public long PeakWorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static Task<ServiceProcess> Start(params string[] arguments) => Start([], arguments);

    /// <summary>Starts it in an environment of its own and waits until it listens.</summary>
    public static async Task<ServiceProcess> Start((string Name, string Value)[] environment, params string[] arguments)
    {
        var service = new ServiceProcess(environment, arguments);
        while (await service._process.StandardOutput.ReadLineAsync(service._patience.Token) is { } line)
        {
            if (JsonNode.Parse(line)?["State"]?["address"] is { } address)
            {
                service.Client.BaseAddress = new Uri((string)address!);
                return service;
            }
        }

        throw new InvalidOperationException($"The service ended with {service._process.ExitCode}.");
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until a text is among the metrics.</summary>
    public async Task Metric(string text)
    {
        while (!(await Client.GetStringAsync("/metrics", _patience.Token)).Contains(text, StringComparison.Ordinal))
            await Task.Delay(20, _patience.Token);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync(_patience.Token);
        return _process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        Client.Dispose();
        _patience.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
