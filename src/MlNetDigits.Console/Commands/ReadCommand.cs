using System.CommandLine;
using MlNetDigits.Charts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Images;
using MlNetDigits.Reading;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary><c>read</c>: all digits of pictures, in lines.</summary>
internal static class ReadCommand
{
    public const string Name = "read";
    public const string Description = "Read all digits of pictures, line by line.";

    private const string Text = "text", Csv = "csv", Json = "json", Lines = "jsonl";

    private static readonly CommandExample[] Examples =
    [
        new("Read the numbers of a photo", "mlnet-digits read photo.jpg"),
        new("Read dates, and draw what was read where", "mlnet-digits read 'forms/**/*.png' --pattern dd.dd.dddd --annotate read"),
        new("Read card numbers, whose checksum helps", "mlnet-digits read cards/ --length 16 --checksum luhn --format csv > numbers.csv"),
    ];

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("images") { Description = "Image files (PNG, JPEG, WebP, GIF, TIFF, BMP, PNM, of any size), folders of them and what is below, patterns in quotes such as 'scans/**/*.png', or - for an image on standard input.", Arity = ArgumentArity.OneOrMore };
        Option<string?> model = ModelChoice.Option(isShipped: true);
        Option<int?> length = CommonOptions.Number("--length", 1, 1000, "Digits of every line. Default: any number.");
        Option<string?> pattern = new("--pattern") { Description = "What every line is like: d is any digit, digits stand for themselves, and all else is put into the text, as in dd.dd.dddd.", HelpName = "pattern" };
        Option<string?> checksum = CommonOptions.Choice("--checksum", "Rule that the last digit of every line follows, luhn of bank cards or gtin of EAN and ISBN-13: ", ["none", "luhn", "gtin"]);
        Option<string?> format = CommonOptions.Choice("--format", "How to write, text by default; csv has a row for each line, jsonl a JSON document for each picture: ", [Text, Csv, Json, Lines]);
        Option<string?> annotate = new("--annotate") { Description = "Write each picture with boxes around its digits, as PNG, to this folder.", HelpName = "folder" };
        var command = new DigitCommand(Name, Description, Examples) { files, model, length, pattern, checksum, format, annotate };
        command.Runs(terminal, (parsed, cancellation) =>
        {
            var options = new DigitReaderOptions
            {
                Length = parsed.GetValue(length),
                Pattern = parsed.GetValue(pattern),
                Checksum = Enum.Parse<NumberChecksum>(parsed.GetValue(checksum) ?? "none", ignoreCase: true),
            };
            string chosen = parsed.GetValue(CommonOptions.Json) ? Json : parsed.GetValue(format) ?? Text;
            string[] paths = ImagePaths.Expand(terminal, parsed.GetValue(files)!);
            string path = ModelChoice.Find(terminal, parsed.GetValue(model) ?? ShippedModels.Default);
            using DigitRecognizer recognizer = DigitRecognizer.Load(path);
            var reader = CreateReader(recognizer, options, path);
            AnnotatedFolder? folder = parsed.GetValue(annotate) is { } target ? new AnnotatedFolder(target) : null;
            var documents = new List<ReadingDocument>();
            if (chosen == Csv)
                terminal.Output.WriteLine(ReadingText.CsvHeader);
            foreach (string file in paths)
            {
                cancellation.ThrowIfCancellationRequested();
                ReadingDocument document = Read(terminal, reader, file, folder);
                documents.Add(document);
                if (document.Error is { } error)
                    terminal.WriteError(error);
                foreach (string line in ReadingText.Format(document, chosen))
                    terminal.Output.WriteLine(line);
            }

            if (chosen == Json)
                terminal.WriteJson([.. documents], ConsoleJson.Default.ReadingDocumentArray);
            return documents.Exists(document => document.Error is not null) ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    private static DigitReader CreateReader(DigitRecognizer recognizer, DigitReaderOptions options, string path)
    {
        try
        {
            return new DigitReader(recognizer, options);
        }
        catch (ArgumentException error)
        {
            string message = error.Message.Split(" (Parameter")[0];
            throw new UserError(error.ParamName == "recognizer" ? $"'{path}': {message}" : message, error);
        }
    }

    private static ReadingDocument Read(Terminal terminal, DigitReader reader, string file, AnnotatedFolder? folder)
    {
        try
        {
            if (PathPattern.IsPattern(file))
                throw new FileNotFoundException($"No file matches '{file}'; check the folder and the pattern.");
            GrayImage image = Decode(terminal, file);
            if (image.Frames > 1)
                terminal.Error.WriteLine(FormattableString.Invariant($"note: '{file}' has {image.Frames} frames or pages; the first is read."));
            PageReading reading = reader.Read(image);
            folder?.Write(file, new ReadingPicture { Image = image, Reading = reading });
            return ReadingDocument.From(file, reading);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return ReadingDocument.Failed(file, ErrorLine.Describe(error));
        }
    }

    private static GrayImage Decode(Terminal terminal, string file)
    {
        if (file != ImagePaths.StandardInput)
            return ImageDecoder.Decode(file, DigitReader.Decoding);
        using Stream input = terminal.OpenInput("an image");
        return ImageDecoder.Decode(input, "standard input", DigitReader.Decoding);
    }
}
