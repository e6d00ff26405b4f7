using System.CommandLine;
using Microsoft.ML;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Console.Synthesizing;
using MlNetDigits.Mnist;
using MlNetDigits.Synthesis;

namespace MlNetDigits.Console.Commands;

/// <summary><c>synthesize</c>: pictures of digits that nobody wrote, with labels, to train on and to test with.</summary>
internal static class SynthesizeCommand
{
    public const string Name = "synthesize";
    public const string Description = "Draw pictures of digits, lines of digits or anything else, as people write and photograph them, with labels.";

    private const string Png = "png", Idx = "idx";

    /// <summary>Subfolder of pictures whose labels are texts.</summary>
    private const string TextFolder = "text";

    public static Command Create(Terminal terminal)
    {
        Option<string> output = new("--output", "-o") { Description = "New folder to write to.", HelpName = "folder", DefaultValueFactory = _ => "synthetic" };
        Option<int?> count = CommonOptions.Number("--count", 1, 1_000_000, "How many pictures to draw. Default: 1000.");
        Option<string?> format = CommonOptions.Choice("--format", "Files to write, by default PNG in a subfolder for each label; IDX holds grey pictures scaled to 28×28: ", [Png, Idx]);
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Draw digits to train on", "mlnet-digits synthesize --count 20000 --output drawn"),
            new CommandExample("Draw pages of a hundred digits", "mlnet-digits synthesize --kind text --rows 10 --min-length 10 --max-length 10 --count 20 --output pages"),
            new CommandExample("Draw what is no digit", "mlnet-digits synthesize --kind non-digits --output others")) { output, count, format };
        var choices = new SynthesisChoices();
        choices.AddTo(command);
        command.Details = [$"{LabelsFile.Name} has a row for each picture: file, label, text, a box digit:left:top:width:height for each digit, paper, lighting and pen."];
        command.Runs(terminal, (parsed, cancellation) =>
        {
            SynthesisOptions options = choices.Read(parsed);
            string target = parsed.GetRequiredValue(output), form = parsed.GetValue(format) ?? Png;
            if (options.Kind == SynthesisKind.Text && form == Idx)
                throw new UserError("--format idx holds single signs of 28×28, and --kind text draws lines; leave out --format.");
            var clock = System.Diagnostics.Stopwatch.StartNew();
            DigitSynthesizer synthesizer = Prepare(terminal, choices, options, choices.Data(parsed), cancellation);
            var pictures = new PictureFolder(synthesizer, parsed.GetValue(count) ?? 1000, cancellation);
            LabelledFile[] files = Waiting.Run(terminal, "drawing pictures", () => Write(target, pictures, options, form));
            var document = new SynthesisDocument(target, choices.Kind(parsed), form, options.Seed, files.Length, Classes(options, files));
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(document, ConsoleJson.Default.SynthesisDocument);
            else
                Show(terminal.Output, document, clock.Elapsed);
            return ExitCode.Success;
        });
        return command;
    }

    private static DigitSynthesizer Prepare(Terminal terminal, SynthesisChoices choices, SynthesisOptions options, string? data, CancellationToken cancellation)
    {
        try
        {
            // What is wrong is told before MNIST is looked for.
            _ = new DigitSynthesizer(options with { MnistShare = 0 });
            MnistData? mnist = options.MnistShare == 0 ? null : DatasetLoading.Load(terminal, new DatasetSettings { Data = data }, cancellation).Mnist;
            return new DigitSynthesizer(options, mnist);
        }
        catch (ArgumentException error)
        {
            throw choices.Translate(error);
        }
    }

    private static LabelledFile[] Write(string target, PictureFolder pictures, SynthesisOptions options, string form)
    {
        using NewFolder folder = NewFolder.Create(target);
        LabelledFile[] files = form == Idx ? pictures.WriteIdx(folder.Path, ClassNames(options)) : pictures.WritePng(folder.Path, options.Kind == SynthesisKind.Text ? TextFolder : null);
        LabelsFile.Write(folder.Path, files);
        folder.Commit();
        return files;
    }

    private static string[] ClassNames(SynthesisOptions options) => options.Kind == SynthesisKind.NonDigit
        ? [.. options.NonDigits.Select(kind => kind.ToString().ToLowerInvariant())]
        : [.. Enumerable.Range(0, 10).Select(digit => ((char)('0' + digit)).ToString())];

    private static SortedDictionary<string, int> Classes(SynthesisOptions options, LabelledFile[] files) => options.Kind == SynthesisKind.Text
        ? []
        : new(files.CountBy(file => file.Label).ToDictionary(), StringComparer.Ordinal);

    private static void Show(TextWriter output, SynthesisDocument document, TimeSpan time)
    {
        string classes = document.Classes.Count == 0 ? "of text" : $"of {document.Classes.Count} {(document.Classes.Count == 1 ? "class" : "classes")}";
        output.WriteLine($"Drew {Format.Count(document.Count)} {(document.Count == 1 ? "picture" : "pictures")} {classes} in {Format.Seconds(time.TotalSeconds)}.");
        output.WriteLine($"Saved them and {LabelsFile.Name} in {document.Folder}.");
        if (document.Classes.Count > 1)
            output.WriteLine($"Train on them: mlnet-digits train --dataset {document.Folder}");
    }
}
