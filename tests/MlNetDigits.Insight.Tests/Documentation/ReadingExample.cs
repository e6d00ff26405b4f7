using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Tests.Documentation;

/// <summary>The example of reading several digits, as a test compiles it.</summary>
internal static class ReadingExample
{
    public static void Run()
    {
        using var recognizer = DigitRecognizer.Load(ShippedModels.Find()!);
        using var lines = LineRecognizer.Load();
        var reader = new DigitReader(recognizer, lines, new DigitReaderOptions { Pattern = "dd.dd.dddd" });

        var page = reader.Read("form.png");

        foreach (var line in page.Lines)
            Console.WriteLine($"{line.Text} {line.Confidence:P1}: {string.Join(' ', line.Digits.Select(digit => digit.Box))}");
    }
}
