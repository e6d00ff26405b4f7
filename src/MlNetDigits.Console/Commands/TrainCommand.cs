using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Commands;

/// <summary><c>train</c>: trains on MNIST or another dataset, evaluates, and writes model, metrics and history.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new TrainOptions();
        var command = new Command("train", "Train a network on MNIST or another dataset, evaluate it, and save it as ONNX and ML.NET models.");
        command.Aliases.Add("image-classification");
        options.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) => Run(terminal, options.Read(parsed), parsed.GetValue(CommonOptions.Json), cancellation));
        return command;
    }

    private static int Run(Terminal terminal, TrainSettings settings, bool isJson, CancellationToken cancellation)
    {
        if (settings.Search is not null)
            settings = SearchSession.Run(terminal, settings, isJson ? terminal.Error : terminal.Output, cancellation);
        TextWriter lines = isJson ? terminal.Error : terminal.Output;
        var session = new TrainingSession(settings, CreateDisplay, cancellation);
        using ArtifactFolder folder = ArtifactFolder.Open(session.Folder);
        ImageDataset dataset = FeedbackLoading.AddTo(DatasetLoading.Load(terminal, settings.Dataset, cancellation), terminal, settings.Feedback);
        if (!isJson)
            terminal.Console.Write(session.Header(dataset));
        TrainingReport? report = session.Run(dataset, folder, lines.WriteLine);
        if (report is null)
        {
            terminal.WriteError($"interrupted before the first epoch ended; '{folder.FullPath}' is unchanged.");
            return ExitCode.Interrupted;
        }

        if (isJson)
            terminal.WriteJson(report, ReportJson.Default.TrainingReport);
        else
            Show(terminal, report, folder.FullPath);
        if (settings.HasReport)
            ReportSession.Write(terminal, () => ReportSession.Create(session.ModelPath, dataset.Test, dataset.Train), folder, lines);
        return report.StoppedBy == StopReason.Cancellation ? ExitCode.Interrupted : ExitCode.Success;

        ITrainingDisplay CreateDisplay() => terminal.IsInteractive && !isJson
            ? new LiveTrainingDisplay(terminal.Console, TimeProvider.System)
            : new PlainTrainingDisplay(lines, TimeProvider.System);
    }

    private static void Show(Terminal terminal, TrainingReport report, string folder)
    {
        terminal.Console.Write(EvaluationView.Draw(report.Test, "Test"));
        terminal.Console.Write(TrainingReportView.Draw(report));
        terminal.Output.WriteLine();
        terminal.Output.WriteLine($"Saved {string.Join(", ", TrainingSession.FileNames)}");
        terminal.Output.WriteLine($"in {Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)}");
        if (report.StoppedBy == StopReason.Cancellation)
            terminal.Output.WriteLine("Interrupted: give the same options and --resume to go on.");
    }
}
