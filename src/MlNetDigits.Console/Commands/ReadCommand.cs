using System.CommandLine;
using MlNetDigits.Charts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Console.Rendering.Documents;
using MlNetDigits.Images;
using MlNetDigits.Reading;

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
        var files = new Argument<string[]>("images") { Description = $"{ImagePaths.PictureHelp}; all pages of a TIFF are read, whose n-th is called file#n.", Arity = ArgumentArity.OneOrMore };
        Option<int?> length = CommonOptions.Number("--length", 1, 1000, "Digits of every line. Default: any number.");
        Option<string?> pattern = new("--pattern") { Description = "What every line is like: d is any digit, digits stand for themselves, and all else is put into the text, as in dd.dd.dddd.", HelpName = "pattern" };
        Option<string?> checksum = CommonOptions.Choice("--checksum", "Rule that the last digit of every line follows, luhn of bank cards or gtin of EAN and ISBN-13: ", ["none", "luhn", "gtin"]);
        Option<string?> format = CommonOptions.Choice("--format", "How to write, text by default; csv has a row for each line, jsonl a JSON document for each picture or page: ", [Text, Csv, Json, Lines]);
        Option<string?> annotate = new("--annotate") { Description = "Write each picture with boxes around its digits, as PNG, to this folder.", HelpName = "folder" };
        var command = new DigitCommand(Name, Description, Examples) { files, length, pattern, checksum, format, annotate };
        var choice = new ReaderChoice();
        choice.AddTo(command);
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
            using ReaderChoice.LoadedReader loaded = choice.Load(terminal, parsed, options);
            AnnotatedFolder? folder = parsed.GetValue(annotate) is { } target ? new AnnotatedFolder(target) : null;
            IDocumentWriter<ReadingDocument> writer = CreateWriter(terminal, chosen);
            bool hasFailed = false;
            foreach (ReadingDocument document in paths.SelectMany(file => Read(terminal, loaded.Reader, file, folder, cancellation)))
            {
                if (document.Error is { } error)
                    terminal.WriteError(error);
                hasFailed |= document.Error is not null;
                writer.Write(document);
            }

            writer.Finish();
            return hasFailed ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    private static IDocumentWriter<ReadingDocument> CreateWriter(Terminal terminal, string format)
    {
        if (format == Json)
            return new CollectingWriter<ReadingDocument>(documents => terminal.WriteJson(documents, ConsoleJson.Default.ReadingDocumentArray));
        if (format == Csv)
            terminal.Output.WriteLine(ReadingText.CsvHeader);
        return new LineWriter<ReadingDocument>(terminal.Output, document => ReadingText.Format(document, format));
    }

    /// <summary>Reads a file's pages one by one; those that cannot be read keep their error.</summary>
    private static IEnumerable<ReadingDocument> Read(Terminal terminal, DigitReader reader, string file, AnnotatedFolder? folder, CancellationToken cancellation)
    {
        ImagePages? pages = null;
        for (int page = 1, count = 1; page <= count; page++)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadingDocument document;
            try
            {
                pages ??= Open(terminal, file);
                count = pages.Count;
                GrayImage image = pages.Decode(page - 1);
                if (count == 1)
                    PictureFile.NoteFrames(terminal, pages.Name, image);
                PageReading reading = reader.Read(image, cancellation);
                folder?.Write(file, count == 1 ? null : page, new ReadingPicture { Image = image, Reading = reading });
                document = ReadingDocument.From(file, page, count, reading);
            }
            catch (Exception error) when (PictureFile.IsUnreadable(error))
            {
                document = ReadingDocument.Failed(file, pages is null ? null : page, ErrorLine.Describe(error));
            }

            yield return document;
        }
    }

    private static ImagePages Open(Terminal terminal, string file)
    {
        PictureFile.RequireMatch(file);
        return PictureFile.Open(terminal, file, DigitReader.Decoding);
    }
}
