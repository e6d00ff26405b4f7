using MlNetDigits.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws what a training came to, below its evaluation.</summary>
internal static class TrainingReportView
{
    public static IRenderable Draw(TrainingReport report)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().PadLeft(1).PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        Add(grid, "network", $"{(report.Ensemble > 1 ? $"{report.Ensemble} times " : string.Empty)}[bold]{Markup.Escape(report.Architecture)}[/], {Format.Count(report.Parameters)} parameters");
        Add(grid, "epochs", $"[bold]{report.Epochs}[/], {Describe(report.StoppedBy)}; kept epoch {report.BestEpoch}");
        if (report.Validation is { } validation)
            Add(grid, "validation", $"accuracy [bold]{Format.Percent(validation.MicroAccuracy)}[/], loss {Format.Loss(validation.LogLoss)} on {Format.Count(validation.Images)} images");
        if (report.Validation?.Rejection is { } rejection)
            Add(grid, "refused", $"{Format.Percent(rejection.DigitShare ?? double.NaN)} of validation digits, {Format.Percent(rejection.OtherShare ?? double.NaN)} of images of no digit");
        if (report.TestMicroAccuracy is { } spread)
            Add(grid, "seeds", $"test accuracy [bold]{Format.Percent(spread.Mean)}[/] ± {Format.Percent(spread.StandardDeviation)} over {report.Runs!.Count} runs; kept seed {report.Seed}");
        Add(grid, "training", $"[bold]{Format.Seconds(report.TrainSeconds)}[/], [bold]{Format.Count((long)report.ImagesPerSecond)}[/] images/s");
        Add(grid, "peak memory", $"[bold]{Format.Bytes(report.PeakMemoryBytes)}[/]");
        return grid;
    }

    private static void Add(Grid grid, string name, string value) => grid.AddRow($"[grey]{name}[/]", value);

    private static string Describe(StopReason reason) => reason switch
    {
        StopReason.EarlyStopping => "stopped early",
        StopReason.Cancellation => "interrupted",
        StopReason.TrainTime => "stopped at the time limit",
        _ => "all run",
    };
}
