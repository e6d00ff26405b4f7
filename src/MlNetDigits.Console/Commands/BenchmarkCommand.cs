using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using MlNetDigits.Benchmarking;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Networks.Architectures;

namespace MlNetDigits.Console.Commands;

/// <summary><c>benchmark</c>: how fast this machine trains and scores, layer by layer and beside ONNX Runtime.</summary>
internal static class BenchmarkCommand
{
    public const string Name = "benchmark";
    public const string Description = "Measure the processor's peak, each layer, training, and inference beside ONNX Runtime.";

    public static Command Create(Terminal terminal)
    {
        var standard = new BenchmarkOptions();
        var architecture = new Argument<string>("architecture")
        {
            Description = $"One of {string.Join(", ", Architecture.Names)}.",
            DefaultValueFactory = _ => standard.Architecture,
        };
        Option<int?> threads = CommonOptions.Number("--threads", 1, 1024, "Threads of the engine and of ONNX Runtime. Default: all processors.");
        Option<int?> rounds = CommonOptions.Number("--rounds", 1, 10_000, $"Turns of each contestant; more give steadier medians. Default: {standard.Rounds}.");
        Option<int?> images = CommonOptions.Number("--images", 1, 1_000_000, $"Images of each training epoch; from 12,800 on they repeat. Default: {standard.TrainingImages.ToString("N0", CultureInfo.InvariantCulture)}.");
        architecture.CompletionSources.Add(_ => Architecture.Names.Select(name => new CompletionItem(name)));
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Measure the default network", "mlnet-digits benchmark"),
            new CommandExample("Measure a small one on a single thread", "mlnet-digits benchmark simple --threads 1")) { architecture, threads, rounds, images };
        command.Runs(terminal, (parsed, cancellation) =>
        {
            var options = new BenchmarkOptions { Architecture = parsed.GetRequiredValue(architecture), Threads = parsed.GetValue(threads) ?? 0, Rounds = parsed.GetValue(rounds) ?? standard.Rounds, TrainingImages = parsed.GetValue(images) ?? standard.TrainingImages };
            BenchmarkReport report = Measure(terminal, options, cancellation);
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(report, ConsoleJson.Default.BenchmarkReport);
            else
                terminal.Console.Write(BenchmarkView.Draw(report));
            return ExitCode.Success;
        });
        return command;
    }

    private static BenchmarkReport Measure(Terminal terminal, BenchmarkOptions options, CancellationToken cancellation)
    {
        using Heartbeat heartbeat = new Heartbeat(terminal.Error, TimeProvider.System).Start();
        return DigitBenchmark.Run(options, stage => heartbeat.Set($"measuring {stage}", isTimed: true), cancellation);
    }
}
