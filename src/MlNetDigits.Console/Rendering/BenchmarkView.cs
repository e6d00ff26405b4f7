using System.Globalization;
using MlNetDigits.Benchmarking;
using MlNetDigits.Networks.Benchmarking;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws what a benchmark measured.</summary>
internal static class BenchmarkView
{
    public static IRenderable Draw(BenchmarkReport report) => new Rows(
        new Markup($"[bold]{Markup.Escape(report.Architecture)}[/], peak [bold]{Figure(report.PeakOneThread)}[/] GFLOP/s on one thread, [bold]{Figure(report.PeakAllThreads)}[/] on {report.Threads}"),
        LayerTable(report),
        new Markup(
            $"training, batch {report.Training.BatchSize}: [bold]{Format.Count((long)report.Training.OneThread)}[/] images/s on one thread, "
            + $"[bold]{Format.Count((long)report.Training.AllThreads)}[/] on {report.Training.Threads}, {Ratio(report.Training.Scaling)} times"),
        InferenceTable(report));

    private static Table LayerTable(BenchmarkReport report)
    {
        Table table = Grid(["layer", "pass"], ["µs/image", "GFLOP/s", "of peak"]);
        foreach (LayerSpeed row in report.Layers)
        {
            table.AddRow(
                Markup.Escape(row.Layer),
                row.Pass,
                row.MicrosecondsPerImage.ToString("F2", CultureInfo.InvariantCulture),
                row.GigaFlops is { } speed ? Figure(speed) : string.Empty,
                row.GigaFlops is { } flops ? (flops / report.PeakOneThread).ToString("P0", CultureInfo.InvariantCulture) : string.Empty);
        }

        return table;
    }

    private static Table InferenceTable(BenchmarkReport report)
    {
        Table table = Grid(["inference"], ["images/s", "p50 µs", "p90 µs", "p99 µs"]);
        foreach (InferenceComparison it in (InferenceComparison[])[report.Throughput, report.Latency])
        {
            string threads = it.Threads == 1 ? "1 thread" : $"{it.Threads} threads";
            Add(table, $"[bold]engine[/], batch {it.BatchSize}, {threads}", it.Engine);
            Add(table, $"ONNX Runtime, batch {it.BatchSize}, {threads}", it.OnnxRuntime);
            table.AddRow("[grey]ratio[/]", $"[green]{Ratio(it.SpeedRatio)}[/]", $"[green]{Ratio(it.LatencyRatio)}[/]", string.Empty, string.Empty);
        }

        return table;
    }

    private static void Add(Table table, string name, CallSpeed speed) =>
        table.AddRow(name, Format.Count((long)speed.ImagesPerSecond), Figure(speed.P50), Figure(speed.P90), Figure(speed.P99));

    private static Table Grid(string[] left, string[] right)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        foreach (string title in left)
            table.AddColumn(new TableColumn($"[grey]{title}[/]"));
        foreach (string title in right)
            table.AddColumn(new TableColumn($"[grey]{title}[/]").RightAligned());
        return table;
    }

    private static string Figure(double value) => value.ToString(value < 100 ? "F1" : "N0", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
