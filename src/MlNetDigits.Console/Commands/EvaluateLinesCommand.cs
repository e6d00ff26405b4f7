using System.CommandLine;
using MlNetDigits.Artifacts;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Hosting.Help;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Console.Synthesizing;
using MlNetDigits.Evaluation.Lines;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Reading;

namespace MlNetDigits.Console.Commands;

/// <summary><c>evaluate-lines</c>: how many lines of digits are read wholly right.</summary>
internal static class EvaluateLinesCommand
{
    public const string Name = "evaluate-lines";
    public const string Description = "Measure how many lines of digits are read wholly right: strings of MNIST's test digits, or pictures of one's own.";

    private const int Strings = 2000, Digits = 5;

    public static Command Create(Terminal terminal)
    {
        Option<string?> labels = new("--labels") { Description = $"Pictures to read instead: a CSV file with the columns file and text or label, as the {LabelsFile.Name} that synthesize writes.", HelpName = "file" };
        Option<int?> count = CommonOptions.Number("--count", 1, 1_000_000, $"Strings of each set. Default: {Strings}.");
        Option<int?> length = CommonOptions.Number("--length", 1, 1000, $"Digits of each string. Default: {Digits}.");
        Option<int?> seed = CommonOptions.Number("--seed", 0, int.MaxValue, "Seed of the strings. Default: 1.");
        Option<string?> misses = new("--misses") { Description = "Folder to write each picture that was not read right to, named by what is written and what was read. Default: none are written.", HelpName = "folder" };
        Option<string?> data = CommonOptions.Data();
        var command = new DigitCommand(
            Name,
            Description,
            new CommandExample("Read strings of MNIST's test digits: spaced, touching, photographed", "mlnet-digits evaluate-lines"),
            new CommandExample("Read pictures of one's own, and look at the misses", "mlnet-digits evaluate-lines --labels scans/labels.csv --misses missed/")) { labels, count, length, seed, misses, data };
        Option[] drawing = [count, length, seed, data];
        var choice = new ReaderChoice();
        choice.AddTo(command);
        command.Runs(terminal, (parsed, cancellation) =>
        {
            if (parsed.GetValue(labels) is not null && drawing.FirstOrDefault(option => parsed.GetResult(option) is not null) is { } idle)
                throw new UserError($"{idle.Name} is of strings that are drawn; leave it out, or --labels.");
            (string Name, IReadOnlyList<LineExample> Lines)[] sets = parsed.GetValue(labels) is { } file
                ? [(file, LabelsFile.Read(file, DigitReader.Decoding))]
                : Draw(DatasetLoading.Load(terminal, new DatasetSettings { Data = parsed.GetValue(data) }, cancellation).Mnist!, parsed.GetValue(count) ?? Strings, parsed.GetValue(length) ?? Digits, parsed.GetValue(seed) ?? 1);
            using ReaderChoice.LoadedReader loaded = choice.Load(terminal, parsed, new DigitReaderOptions());
            using ArtifactFolder? folder = parsed.GetValue(misses) is { } name ? ArtifactFolder.Open(name) : null;
            LineReport[] reports = [.. sets.Select(set => Waiting.Run(terminal, $"reading {Format.Count(set.Lines.Count)} pictures", () =>
                loaded.Reader.Measure(set.Name, set.Lines, folder is null ? null : (line, read) => Keep(folder, sets.Length == 1 ? string.Empty : set.Name + "-", line, read), cancellation)))];
            folder?.Commit();
            if (parsed.GetValue(CommonOptions.Json))
                terminal.WriteJson(reports, ConsoleJson.Default.LineReportArray);
            else
                terminal.Console.Write(LineReportView.Draw(reports));
            return ExitCode.Success;
        });
        return command;
    }

    private static (string Name, IReadOnlyList<LineExample> Lines)[] Draw(MnistData mnist, int count, int length, int seed) =>
        [.. TestStrings.Sets.Select(set => (set.Key, TestStrings.Draw(mnist, set.Value, count, length, seed)))];

    private static void Keep(ArtifactFolder folder, string prefix, LineExample line, string read)
    {
        LinePicture picture = line.Open();
        folder.Stage($"{prefix}{Path.GetFileNameWithoutExtension(line.Name)}_{Or(picture.Digits)}_{Or(read)}.png", path => File.WriteAllBytes(path, PngEncoder.Encode(picture.Image)));
    }

    private static string Or(string digits) => digits.Length == 0 ? "none" : digits;
}
