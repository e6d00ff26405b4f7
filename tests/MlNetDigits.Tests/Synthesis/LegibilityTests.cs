using MlNetDigits.Recognition;
using MlNetDigits.Synthesis;

namespace MlNetDigits.Tests.Synthesis;

public sealed class LegibilityTests
{
    private const int Count = 200;

    [Fact]
    public void Create_PlainStrokes_AreReadByTheShippedModel()
    {
        using var recognizer = DigitRecognizer.Load(Path.Combine(AppContext.BaseDirectory, "models", "best.onnx"));
        var plain = new DigitSynthesizer(new SynthesisOptions { Papers = [PaperStyle.Plain], Camera = false });

        int right = Enumerable.Range(0, Count).Select(index => plain.Create(index)).Count(image => Read(recognizer, image) == image.Label);

        Assert.InRange(right, Count * 0.97, Count);
    }

    private static string Read(DigitRecognizer recognizer, SyntheticImage image) =>
        recognizer.Predict(DigitImage.FromPixels(recognizer.Form.Fit(image.ToGray()))).Digit.ToString();
}
