using MlNetDigits.Artifacts;
using MlNetDigits.Console.Generation;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Commands;

/// <summary>One call of <c>train</c> from its settings to its files and last sentences.</summary>
internal sealed class TrainingCall
{
    private const string ProjectFolder = "project";

    private readonly Terminal _terminal;
    private readonly TrainOutput _output;

    /// <summary>What tells of the way; silent when quiet.</summary>
    private readonly Terminal _progress;

    /// <summary>Where lines of the way go: beside a JSON document to standard error.</summary>
    private readonly TextWriter _lines;

    public TrainingCall(Terminal terminal, TrainOutput output)
    {
        _terminal = terminal;
        _output = output;
        _progress = output.Verbosity == Verbosity.Quiet ? Terminal.Silent : terminal;
        _lines = output.IsJson ? _progress.Error : _progress.Output;
    }

    /// <summary>Trains, evaluates, saves and tells.</summary>
    /// <returns>The exit code.</returns>
    public int Run(TrainSettings settings, CancellationToken cancellation)
    {
        LibraryReference? reference = _output.Project?.Resolve();
        using Journal journal = Journal.Open(_output.LogFilePath, _output.Verbosity == Verbosity.Diagnostic ? _lines : TextWriter.Null, TimeProvider.System);
        try
        {
            return Run(settings, reference, journal, cancellation);
        }
        catch (Exception error) when (journal.Failed(error))
        {
            throw;
        }
    }

    private int Run(TrainSettings settings, LibraryReference? reference, Journal journal, CancellationToken cancellation)
    {
        settings = DrawnChoice.Resolve(settings);
        if (settings.Search is not null)
            settings = SearchSession.Run(_progress, settings, _lines, cancellation);
        using var deadline = new TrainDeadline(settings.TrainTime is { } limit ? TimeSpan.FromSeconds(limit) : null, TimeProvider.System, cancellation);
        var session = new TrainingSession(settings, CreateDisplay, deadline, journal, cancellation);
        using ArtifactFolder folder = ArtifactFolder.Open(session.Folder);
        ImageDataset dataset = RejectionChoice.Order(FeedbackLoading.AddTo(DatasetLoading.Load(_progress, settings.Dataset, cancellation), _progress, settings.Feedback), settings.RejectClass);
        dataset = DrawnChoice.AddTo(dataset, settings, _progress, cancellation);
        if (dataset.Validation is not null && settings.Drawn is not > 0 && settings.ValidationFraction is not null)
            _progress.Error.WriteLine("dataset: --validation-fraction has no effect, since the dataset has validation images of its own");
        foreach (string warning in session.Warnings(dataset))
        {
            journal.Log($"warning: {warning}");
            _progress.Error.WriteLine($"warning: {warning}");
        }

        if (settings.TrainTime is { } seconds)
        {
            TrainTimePlan plan = Waiting.Run(_progress, "trying how fast training is", () => session.Plan(dataset));
            settings = settings with { Epochs = plan.Epochs, Patience = settings.Patience ?? plan.Epochs };
            session = new TrainingSession(settings, CreateDisplay, deadline, journal, cancellation);
            Tell(journal, plan.Describe(seconds));
        }

        if (!_output.IsJson)
            _progress.Console.Write(session.Header(dataset));
        session.Describe(dataset);
        TrainingReport? report = session.Run(dataset, folder, line => Tell(journal, line));
        if (report is null)
        {
            string message = $"interrupted before the first epoch ended; '{folder.FullPath}' is unchanged.";
            journal.Log(message);
            _terminal.WriteError(message);
            return ExitCode.Interrupted;
        }

        if (_output.IsJson)
            _terminal.WriteJson(report, ReportJson.Default.TrainingReport);
        else
            Show(report, folder.FullPath);
        if (settings.HasReport)
            ReportSession.Write(_progress, () => ReportSession.Create(session.ModelPath, dataset.Test, dataset), folder, _lines);
        TellResult(report, session, journal, settings);
        if (reference is not null)
            Generate(session, reference, journal);
        return report.StoppedBy == StopReason.Cancellation ? ExitCode.Interrupted : ExitCode.Success;

        ITrainingDisplay CreateDisplay() => new WatchedTrainingDisplay(
            TrainingDisplay.Create(_terminal, _output.Verbosity, _output.IsJson),
            journal,
            deadline);
    }

    private static string Relative(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path);

    private void Tell(Journal journal, string line)
    {
        journal.Log(line);
        _lines.WriteLine(line);
    }

    private void Show(TrainingReport report, string folder)
    {
        _progress.Console.Write(EvaluationView.Draw(report.Test, "Test"));
        _progress.Console.Write(TrainingReportView.Draw(report));
        _progress.Output.WriteLine();
        _progress.Output.WriteLine($"Saved {string.Join(", ", TrainingSession.FileNames)}");
        _progress.Output.WriteLine($"in {Relative(folder)}");
    }

    /// <summary>Says what came out, even when quiet; beside a JSON document to the log alone.</summary>
    private void TellResult(TrainingReport report, TrainingSession session, Journal journal, TrainSettings settings)
    {
        List<string> sentences = [.. TrainingSentences.Of(report, session.Epochs, Relative(session.Folder))];
        if (report.StoppedBy == StopReason.Cancellation && settings.TrainTime is null)
            sentences.Add("Go on: give the same options and --resume.");
        else if (report.StoppedBy is StopReason.Cancellation or StopReason.TrainTime && settings.Seeds is null or 1)
            sentences.Add($"Go on: {settings.ToCommand()} --name {session.Name} --output {settings.Output} --resume");
        if (!_output.IsJson && _output.Verbosity != Verbosity.Quiet)
            _terminal.Output.WriteLine();
        foreach (string sentence in sentences)
        {
            journal.Log(sentence);
            if (!_output.IsJson)
                _terminal.Output.WriteLine(sentence);
        }
    }

    private void Generate(TrainingSession session, LibraryReference reference, Journal journal)
    {
        string path = Path.ChangeExtension(session.ModelPath, ".zip");
        GeneratedProject project = new ProjectGenerator(reference).Write(
            path, ProjectName.From(session.Name), Path.Combine(session.Folder, ProjectFolder));
        journal.Log($"generated {project.Folder}");
        GenerateCommand.Show(_lines, project, reference);
    }
}
