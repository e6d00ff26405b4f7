using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Commands;

/// <summary>The model and the network for lines that a command reads with.</summary>
internal sealed class ReaderChoice
{
    private readonly Option<string?> _model = ModelChoice.Option(isShipped: true);

    private readonly Option<string?> _lines = new("--lines")
    {
        Description = $"Network for lines that {TrainLinesCommand.Name} wrote: its file, or a folder with {TrainLinesCommand.OnnxName}. Default: the shipped one.",
        HelpName = "path",
    };

    public void AddTo(Command command)
    {
        command.Add(_model);
        command.Add(_lines);
    }

    /// <summary>Loads both.</summary>
    public LoadedReader Load(Terminal terminal, ParseResult parsed, DigitReaderOptions options)
    {
        string path = ModelChoice.Find(terminal, parsed.GetValue(_model) ?? ShippedModels.Default);
        LineRecognizer lines = LineRecognizer.Load(Find(parsed.GetValue(_lines)));
        DigitRecognizer? recognizer = null;
        try
        {
            recognizer = DigitRecognizer.Load(path);
            return new LoadedReader(recognizer, lines, new DigitReader(recognizer, lines, options));
        }
        catch (Exception error)
        {
            recognizer?.Dispose();
            lines.Dispose();
            if (error is not ArgumentException { ParamName: { } name } wrong)
                throw;
            string message = ErrorLine.Describe(wrong);
            throw new UserError(name == "recognizer" ? $"'{path}': {message}" : message, error);
        }
    }

    private static string? Find(string? given)
    {
        string? path = given is not null && Directory.Exists(given) ? Path.Combine(given, TrainLinesCommand.OnnxName) : given;
        return path is null || File.Exists(path)
            ? path
            : throw new UserError($"The network for lines '{path}' does not exist; train one with 'mlnet-digits {TrainLinesCommand.Name}', or leave --lines out for the shipped one.");
    }

    /// <summary>A reader with what it reads with.</summary>
    internal sealed record LoadedReader(DigitRecognizer Recognizer, LineRecognizer Lines, DigitReader Reader) : IDisposable
    {
        public void Dispose()
        {
            Recognizer.Dispose();
            Lines.Dispose();
        }
    }
}
