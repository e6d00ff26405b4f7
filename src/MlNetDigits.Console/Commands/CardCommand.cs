using System.CommandLine;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Commands;

/// <summary><c>card</c>: the model card of a trained ONNX file, in Markdown.</summary>
internal static class CardCommand
{
    public const string Name = "card";
    public const string Description = "Write a model's card: data, recipe, seeds, figures, limits, and how to make it anew.";

    public static Command Create(Terminal terminal)
    {
        var model = new Argument<string>("model") { Description = "ONNX file that 'train' wrote, or the folder with its digits.onnx." };
        Option<string?> output = new("--output", "-o") { Description = "File to write. Default: standard output.", HelpName = "file" };
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Read a model's card", "mlnet-digits card artifacts/standard"),
            new CommandExample("Write it to a file", "mlnet-digits card artifacts/standard --output MODEL.md")) { model, output };
        command.Runs(terminal, (parsed, _) =>
        {
            string card = ModelCard.Create(ModelChoice.Find(terminal, parsed.GetRequiredValue(model)));
            if (parsed.GetValue(output) is { } path)
                Write(terminal, card, path);
            else
                terminal.Output.Write(card);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(Terminal terminal, string card, string path)
    {
        string full = Path.GetFullPath(path);
        using ArtifactFolder folder = ArtifactFolder.Open(Path.GetDirectoryName(full) ?? full);
        folder.Stage(Path.GetFileName(full), temporary => File.WriteAllText(temporary, card));
        folder.Commit();
        terminal.Output.WriteLine($"Saved {path}");
    }
}
