using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;
using MlNetDigits.Synthesis;

namespace MlNetDigits.Tests.Reading;

/// <summary>The shipped models for photos, and pictures for it to read.</summary>
public sealed class ReadingModel : IDisposable
{
    public DigitRecognizer Recognizer { get; } = DigitRecognizer.Load(ShippedModels.Find("robust")!);

    public LineRecognizer Lines { get; } = LineRecognizer.Load();

    public void Dispose()
    {
        Recognizer.Dispose();
        Lines.Dispose();
    }

    public DigitReader Reader(DigitReaderOptions? options = null) => new(Recognizer, Lines, options);

    /// <summary>Draws lines of digits on plain paper.</summary>
    public static SyntheticImage Draw(SynthesisOptions options, long index = 0) => new DigitSynthesizer(options with
    {
        Kind = SynthesisKind.Text, Papers = [PaperStyle.Plain], Camera = false, Colour = false, MarkShare = 0, MaximumSlant = 10,
    }).Create(index);
}
