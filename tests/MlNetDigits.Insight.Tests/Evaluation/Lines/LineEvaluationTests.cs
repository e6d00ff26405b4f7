using MlNetDigits.Evaluation.Lines;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Evaluation.Lines;

public sealed class LineEvaluationTests
{
    [Theory]
    [InlineData("12345", "12345", 0)]
    [InlineData("12345", "1245", 1)]
    [InlineData("12345", "112345", 1)]
    [InlineData("12345", "12845", 1)]
    [InlineData("12345", "", 5)]
    [InlineData("", "77", 2)]
    [InlineData("1234", "4321", 4)]
    public void Distance_OfTexts_IsTheLeastNumberOfChanges(string wanted, string read, int changes) => Assert.Equal(changes, LineEvaluation.Distance(wanted, read));

    [Fact]
    public void Measure_StringsAndAWrongLabel_CountsLinesAndDigits()
    {
        using DigitRecognizer recognizer = DigitRecognizer.Load(ShippedModels.Find()!);
        using LineRecognizer lines = LineRecognizer.Load();
        List<LineExample> examples = [.. TestStrings.Draw(Checkout.Digits, TestStrings.Sets["spaced"], 20)];
        LinePicture first = examples[0].Open();
        examples.Add(new LineExample("wrong", () => first with { Text = "no digits" }));
        var missed = new List<string>();

        LineReport report = new DigitReader(recognizer, lines).Measure("strings", examples, (example, _) => missed.Add(example.Name));

        Assert.Equal(("strings", 21), (report.Name, report.Lines));
        Assert.Contains("wrong", missed);
        Assert.Equal(21 - missed.Count, Math.Round(21 * report.Exact.Estimate));
        Assert.InRange(report.DigitErrors, 0.03, 0.3);
        Assert.Throws<ArgumentException>(() => new DigitReader(recognizer, lines).Measure("none", []));
    }

    [Fact]
    public void Measure_PictureWithoutDigits_CountsWhatIsReadOnIt()
    {
        using DigitRecognizer recognizer = DigitRecognizer.Load(ShippedModels.Find()!);
        using LineRecognizer lines = LineRecognizer.Load();
        var reader = new DigitReader(recognizer, lines);
        GrayImage image = TestStrings.Draw(Checkout.Digits, TestStrings.Sets["spaced"], 1)[0].Open().Image;
        LineReport Measure(GrayImage picture) => reader.Measure("none", [new LineExample("none", () => new LinePicture(picture, "-"))]);

        Assert.Equal((1, 0), (Measure(new GrayImage(64, 64, new byte[64 * 64])).Exact.Estimate, Measure(new GrayImage(64, 64, new byte[64 * 64])).DigitErrors));
        Assert.Equal((0, 5), (Measure(image).Exact.Estimate, Measure(image).DigitErrors));
    }

    [Fact]
    public void Draw_TestStrings_AreOfTestDigitsAlone()
    {
        // Training digits that are all ink would show.
        MnistData mnist = Checkout.Digits with { Train = new MnistView([.. Enumerable.Repeat((byte)255, MnistView.PixelCount)], [1]) };

        IReadOnlyList<LineExample> ours = TestStrings.Draw(mnist, TestStrings.Sets["touching"], 3, length: 7, seed: 5), theirs = TestStrings.Draw(Checkout.Digits, TestStrings.Sets["touching"], 3, length: 7, seed: 5);

        foreach ((LinePicture one, LinePicture other) in ours.Zip(theirs, (one, other) => (one.Open(), other.Open())))
        {
            Assert.Equal(7, one.Digits.Length);
            Assert.Equal(one.Text, other.Text);
            Assert.Equal(one.Image.Pixels, other.Image.Pixels);
        }
    }
}
