using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary><c>predict</c>: recognizes the digits in image files.</summary>
internal static class PredictCommand
{
    private const string Text = "text";
    private const string Table = "table";
    private const string Json = "json";

    private static readonly string[] Formats = [Text, Table, Json];

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("images") { Description = "Image files (PNG, JPEG, WebP, GIF, TIFF, of any size) or folders of them.", Arity = ArgumentArity.OneOrMore };
        Option<string?> model = ModelChoice.Option();
        Option<string?> format = CommonOptions.Choice("--format", "How to write; a table on a terminal, else text by default: ", Formats);
        Option<bool> show = new("--show") { Description = "Draw each digit as the network sees it." };
        var command = new Command("predict", "Recognize the digits in image files.") { files, model, format, show };
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string chosen = parsed.GetValue(CommonOptions.Json) ? Json : parsed.GetValue(format) ?? (terminal.IsInteractive ? Table : Text);
            using DigitRecognizer recognizer = DigitRecognizer.Load(ModelChoice.Find(terminal, parsed.GetValue(model)));
            PredictionBatch batch = Waiting.Run(terminal, "reading the images", () => PredictionBatch.Read(parsed.GetRequiredValue(files), cancellation));
            PredictionDocument[] documents = Waiting.Run(terminal, "recognizing the digits", () => batch.Predict(recognizer));
            if (parsed.GetValue(show) && chosen != Json)
                Draw(terminal, batch);
            Write(terminal, documents, chosen);
            return documents.Any(document => document.Error is not null) ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    private static void Draw(Terminal terminal, PredictionBatch batch)
    {
        foreach (DigitImage[] images in batch.Images.Chunk(5))
        {
            foreach (string line in DigitArt.Draw([.. images.Select(image => image.Pixels)], terminal.IsUnicode))
                terminal.Output.WriteLine(line);
        }
    }

    private static void Write(Terminal terminal, PredictionDocument[] documents, string format)
    {
        PredictionDocument[] good = [.. documents.Where(document => document.Error is null)];
        if (format == Json)
            terminal.WriteJson(documents, ConsoleJson.Default.PredictionDocumentArray);
        else if (format == Table && good.Length > 0)
            terminal.Console.Write(PredictionView.Draw(good));
        else
            Array.ForEach(good, document => terminal.Output.WriteLine(PredictionView.Line(document)));
        foreach (PredictionDocument failed in documents.Where(document => document.Error is not null))
            terminal.WriteError(failed.Error!);
    }
}
