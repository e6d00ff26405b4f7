using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary><c>predict</c>: recognizes the digits, or a model's other classes, in image files.</summary>
internal static class PredictCommand
{
    private const string Text = "text";
    private const string Table = "table";
    private const string Json = "json";

    private static readonly string[] Formats = [Text, Table, Json];

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("images") { Description = "Image files (PNG, JPEG, WebP, GIF, TIFF, of any size), folders of them, or CSV and IDX files of 28×28 images, whose n-th is called file#n.", Arity = ArgumentArity.OneOrMore };
        Option<string?> model = ModelChoice.Option();
        Option<string?> normalize = DatasetOptions.Normalization();
        Option<bool?> transpose = DatasetOptions.Transpose();
        Option<string?> format = CommonOptions.Choice("--format", "How to write; a table on a terminal, else text by default: ", Formats);
        Option<bool> show = new("--show") { Description = "Draw each image as the network sees it." };
        var command = new Command("predict", "Recognize the digits, or what else a model learned, in image files.") { files, model, normalize, transpose, format, show };
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string chosen = parsed.GetValue(CommonOptions.Json) ? Json : parsed.GetValue(format) ?? (terminal.IsInteractive ? Table : Text);
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            using DigitRecognizer recognizer = DigitRecognizer.Load(path);
            ImageNormalization normalization = ModelNormalization.Find(parsed.GetValue(normalize), path);
            PredictionBatch batch = Waiting.Run(terminal, "reading the images", () => new PredictionBatch(normalization, parsed.GetValue(transpose)).Read(parsed.GetRequiredValue(files), cancellation));
            PredictionDocument[] documents = Waiting.Run(terminal, "recognizing the images", () => batch.Predict(recognizer));
            if (parsed.GetValue(show) && chosen != Json)
                Draw(terminal, batch);
            Write(terminal, documents, chosen, recognizer.ClassNames);
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

    private static void Write(Terminal terminal, PredictionDocument[] documents, string format, IReadOnlyList<string> classNames)
    {
        PredictionDocument[] good = [.. documents.Where(document => document.Error is null)];
        if (format == Json)
            terminal.WriteJson(documents, ConsoleJson.Default.PredictionDocumentArray);
        else if (format == Table && good.Length > 0)
            terminal.Console.Write(PredictionView.Draw(good, classNames));
        else
            Array.ForEach(good, document => terminal.Output.WriteLine(PredictionView.Line(document)));
        foreach (PredictionDocument failed in documents.Where(document => document.Error is not null))
            terminal.WriteError(failed.Error!);
    }
}
