using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Console.Rendering.Documents;
using MlNetDigits.Console.Rendering.Predictions;
using MlNetDigits.Datasets;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary><c>predict</c>: recognizes the digits, or a model's other classes, in image files.</summary>
internal static class PredictCommand
{
    public const string Name = "predict";
    public const string Description = "Recognize the digits, or what else a model learned, in image files.";

    private const string Text = "text";
    private const string Table = "table";
    private const string Csv = "csv";
    private const string Json = "json";
    private const string Lines = "jsonl";

    /// <summary>Files that are read before their answers are written.</summary>
    private const int FilesAtOnce = 256;

    private static readonly string[] Formats = [Text, Table, Csv, Json, Lines];

    private static readonly CommandExample[] Examples =
    [
        new("Recognize some files", "mlnet-digits predict digit.png scans/*.jpg"),
        new("Recognize all pictures in a folder and those below it, as CSV", "mlnet-digits predict 'scans/**/*.png' --format csv > digits.csv"),
        new("Recognize an image that another program writes", "curl -s https://example.org/digit.png | mlnet-digits predict -"),
        new("Recognize the files of a list, as JSON lines", "find . -name '*.png' -print0 | mlnet-digits predict --files-from - --format jsonl"),
        new("See what the network sees", "mlnet-digits predict --show digit.png"),
    ];

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("images") { Description = ImagePaths.Help, Arity = ArgumentArity.ZeroOrMore };
        Option<string?> list = new("--files-from") { Description = "Take further paths from this file, one a line or between NUL characters; - for standard input.", HelpName = "file" };
        Option<string?> model = ModelChoice.Option();
        Option<string?> normalize = DatasetOptions.Normalization();
        Option<bool?> transpose = DatasetOptions.Transpose();
        Option<string?> labelColumn = DatasetOptions.LabelColumn();
        Option<string?> format = CommonOptions.Choice("--format", "How to write; a table on a terminal, else text by default; jsonl is a JSON document on each line: ", Formats);
        Option<bool> show = new("--show") { Description = "Draw each image as the network sees it." };
        Option<float?> reject = CommonOptions.Number("--reject", 0f, 1f, FormattableString.Invariant($"Digit score below which an image is refused as no digit, by models that were trained to; 0 refuses none. Default: {DigitPrediction.DefaultThreshold}."));
        var command = new DigitCommand(Name, Description, Examples) { files, list, model, normalize, transpose, labelColumn, reject, format, show };
        var mapping = new MappingOptions();
        mapping.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            string chosen = parsed.GetValue(CommonOptions.Json) ? Json : parsed.GetValue(format) ?? (terminal.IsInteractive ? Table : Text);
            string[] paths = ImagePaths.Expand(terminal, Paths(terminal, parsed.GetValue(files) ?? [], parsed.GetValue(list)));
            string path = ModelChoice.Find(terminal, parsed.GetValue(model));
            using DigitRecognizer recognizer = DigitRecognizer.Load(path, mapping.Read(parsed));
            if (parsed.GetValue(reject) is not null && !recognizer.HasRejection)
                throw new UserError($"'{path}' gives a digit for every image, so --reject has no meaning; leave it out, or name a model trained with --reject-class.");
            float threshold = parsed.GetValue(reject) ?? DigitPrediction.DefaultThreshold;
            ImageForm form = ModelForm.Find(terminal, parsed.GetValue(normalize), path, recognizer.Form);
            bool isDrawn = parsed.GetValue(show) && chosen is Text or Table;
            IDocumentWriter<PredictionDocument> writer = CreateWriter(terminal, chosen, recognizer);
            bool hasFailed = false;
            foreach (string[] chunk in paths.Chunk(FilesAtOnce))
            {
                PredictionBatch batch = Waiting.Run(terminal, "reading the images", () => new PredictionBatch(form, parsed.GetValue(transpose), parsed.GetValue(labelColumn), terminal).Read(chunk, cancellation));
                PredictionDocument[] documents = Waiting.Run(terminal, "recognizing the images", () => batch.Predict(recognizer, threshold));
                if (isDrawn)
                    Draw(terminal, batch);
                hasFailed |= Write(terminal, writer, documents);
            }

            writer.Finish();
            return hasFailed ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<string> Paths(Terminal terminal, string[] files, string? list)
    {
        if (files.Length == 0 && list is null)
            throw new UserError("There is no image to recognize; name files, folders or patterns, or give - for an image on standard input. See 'mlnet-digits predict --help'.");
        if (files.Count(file => file == ImagePaths.StandardInput) + (list == ImagePaths.StandardInput ? 1 : 0) > 1)
            throw new UserError("Standard input can be read once; give - for one image, or --files-from - for a list.");
        return list is null ? files : files.Concat(ImagePaths.ReadList(terminal, list));
    }

    private static IDocumentWriter<PredictionDocument> CreateWriter(Terminal terminal, string format, DigitRecognizer recognizer)
    {
        IReadOnlyList<string> classNames = recognizer.ClassNames;
        switch (format)
        {
            case Json:
                return new CollectingWriter<PredictionDocument>(documents => terminal.WriteJson(documents, ConsoleJson.Default.PredictionDocumentArray));
            case Lines:
                return new LineWriter<PredictionDocument>(terminal.Output, document => [JsonLines.Write(document)]);
            case Csv:
                terminal.Output.WriteLine(PredictionCsv.Header(classNames, recognizer.HasRejection));
                return new LineWriter<PredictionDocument>(terminal.Output, document => [PredictionCsv.Row(document, classNames, recognizer.HasRejection)]);
            case Table:
                return new CollectingWriter<PredictionDocument>(documents => PredictionView.Show(terminal.Console, [.. documents.Where(document => document.Error is null)], classNames));
            default:
                return new LineWriter<PredictionDocument>(terminal.Output, document => document.Error is null ? [PredictionView.Line(document, classNames)] : []);
        }
    }

    private static void Draw(Terminal terminal, PredictionBatch batch)
    {
        foreach (DigitImage[] images in batch.Images.Chunk(5))
        {
            foreach (string line in DigitArt.Draw([.. images.Select(image => image.Pixels)], terminal.IsUnicode))
                terminal.Output.WriteLine(line);
        }
    }

    /// <summary>Writes the answers, and what could not be read to standard error.</summary>
    /// <returns>Whether there was an error.</returns>
    private static bool Write(Terminal terminal, IDocumentWriter<PredictionDocument> writer, PredictionDocument[] documents)
    {
        foreach (PredictionDocument document in documents)
        {
            writer.Write(document);
            if (document.Error is { } error)
                terminal.WriteError(error);
        }

        return documents.Any(document => document.Error is not null);
    }
}
