using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Feedback;

namespace MlNetDigits.Console.Commands;

/// <summary><c>feedback</c>: what is in a file of corrected digits, and its export as IDX files.</summary>
internal static class FeedbackCommand
{
    public const string Name = "feedback";
    public const string Description = "Count the corrected digits that the web service kept, and export them as IDX files.";

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "SQLite file in which the web service keeps feedback." };
        Option<string?> export = new("--export") { Description = $"Write the digits as {FeedbackDigits.ImagesName} and {FeedbackDigits.LabelsName} to this folder.", HelpName = "folder" };
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Count the corrected digits", "mlnet-digits feedback feedback.db"),
            new CommandExample("Export them as IDX files", "mlnet-digits feedback feedback.db --export corrected/")) { file, export };
        command.Runs(terminal, (parsed, _) =>
        {
            string path = parsed.GetRequiredValue(file);
            IReadOnlyList<FeedbackEntry> entries = FeedbackStore.OpenExisting(path).Read();
            FeedbackDocument document = FeedbackDocument.From(path, entries);
            if (parsed.GetValue(export) is { } folder)
                entries.WriteIdx(folder);
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(document, ConsoleJson.Default.FeedbackDocument);
            else
                Show(terminal, document, parsed.GetValue(export));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(Terminal terminal, FeedbackDocument document, string? folder)
    {
        terminal.Output.WriteLine($"Feedback from {document.File}: the model was wrong on {Format.Count(document.Wrong)} of {Format.Count(document.Count)} digits");
        terminal.Console.Write(ClassCountView.Draw([("label", document.Digits)]));
        if (folder is not null)
            terminal.Output.WriteLine($"Saved {FeedbackDigits.ImagesName}, {FeedbackDigits.LabelsName} in {folder}");
    }
}
