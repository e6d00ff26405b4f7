using System.Diagnostics;
using MlNetDigits.Images;
using MlNetDigits.Reading;
using MlNetDigits.Recognition;
using MlNetDigits.Synthesis;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Tests.Reading;

public sealed class DigitReaderTests(ReadingModel model) : IClassFixture<ReadingModel>
{
    private static readonly SynthesisOptions Spaced = new() { Seed = 21, TouchingShare = 0, MinimumSpacing = 0.15f, MinimumSize = 0.6f };

    [Fact]
    public void Read_SpacedLines_GivesNineInTenWholly()
    {
        SyntheticImage[] pictures = [.. Enumerable.Range(0, 60).Select(index => ReadingModel.Draw(Spaced, index))];

        int right = pictures.Count(picture => model.Reader().Read(picture.ToGray()).Text == picture.Text);

        Assert.InRange(right, 54, 60);
    }

    [Fact]
    public void Read_TouchingPairs_SplitsMost()
    {
        var touching = Spaced with { Seed = 22, TouchingShare = 1, MinimumLength = 2, MaximumLength = 2 };
        SyntheticImage[] pictures = [.. Enumerable.Range(0, 60).Select(index => ReadingModel.Draw(touching, index))];

        int right = pictures.Count(picture => model.Reader().Read(picture.ToGray()).Text == picture.Text);

        Assert.InRange(right, 36, 60);
    }

    [Fact]
    public void Read_Lines_BoxesLieOnTheDigits()
    {
        SyntheticImage picture = ReadingModel.Draw(Spaced with { Pattern = "20 26" });

        PageReading reading = model.Reader().Read(picture.ToGray());

        Assert.Equal("2026", reading.Text);
        foreach ((ReadDigit read, DigitBox drawn) in reading.Digits.Zip(picture.Digits))
        {
            Assert.Equal(drawn.Digit, read.Digit);
            Assert.InRange(read.Box.X, drawn.X - 3, drawn.X + 3);
            Assert.InRange(read.Box.Height, drawn.Height - 6, drawn.Height + 6);
            Assert.InRange(read.Confidence, 0.5f, 1);
        }
    }

    [Fact]
    public void Read_PageOfRows_GivesThemFromTopToBottom()
    {
        SyntheticImage page = ReadingModel.Draw(Spaced with { Seed = 23, Rows = 8, MinimumLength = 5, MaximumLength = 5 });

        string[] read = model.Reader().Read(page.ToGray()).Text.Split('\n'), written = page.Text.Split('\n');

        Assert.Equal(8, read.Length);
        Assert.InRange(read.Zip(written).Count(pair => pair.First == pair.Second), 7, 8);
    }

    [Fact]
    public void Read_ThousandDigits_ReadsThemInBoundedTime()
    {
        SyntheticImage page = ReadingModel.Draw(Spaced with { Seed = 24, Rows = 25, MinimumLength = 40, MaximumLength = 40, MinimumSide = 48, MaximumSide = 48 });
        var clock = Stopwatch.StartNew();

        PageReading reading = model.Reader().Read(page.ToGray());

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.InRange(reading.Digits.Count(), 950, 1050);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 200)]
    [InlineData(90, 60)]
    [InlineData(200, 120)]
    public void Read_EmptyPaper_HasNoDigit(int width, int height)
    {
        PageReading reading = model.Reader().Read(new GrayImage(width, height, [.. Enumerable.Repeat((byte)230, width * height)]));

        Assert.Empty(reading.Lines);
        Assert.Empty(reading.Others);
        Assert.Equal((width, height, string.Empty), (reading.Width, reading.Height, reading.Text));
    }

    [Fact]
    public void Read_Noise_EndsInBoundedTime()
    {
        var pixels = new byte[3000 * 2000];
        new Random(31).NextBytes(pixels);
        var clock = Stopwatch.StartNew();

        PageReading reading = model.Reader().Read(new GrayImage(3000, 2000, pixels));

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
        Assert.InRange(reading.Digits.Count(), 0, 50);
    }

    [Fact]
    public void Read_Letters_ManyAreNoDigit()
    {
        var letters = new DigitSynthesizer(new SynthesisOptions { Seed = 25, Kind = SynthesisKind.NonDigit, NonDigits = [NonDigit.Letter], Papers = [PaperStyle.Plain], Camera = false });

        int none = Enumerable.Range(0, 40).Count(index => model.Reader().Read(letters.Create(index).ToGray()).Text.Length == 0);

        Assert.InRange(none, 12, 40);
    }

    [Fact]
    public void Read_LengthThatIsKnown_LinesHaveIt()
    {
        var touching = Spaced with { Seed = 26, TouchingShare = 0.7f, MinimumLength = 4, MaximumLength = 4 };
        DigitReader reader = model.Reader(new DigitReaderOptions { Length = 4 });

        PageReading[] readings = [.. Enumerable.Range(0, 20).Select(index => reader.Read(ReadingModel.Draw(touching, index).ToGray()))];

        Assert.All(readings.SelectMany(reading => reading.Lines).Where(line => line.IsValid), line => Assert.Equal(4, line.Text.Length));
        Assert.InRange(readings.Count(reading => reading.Lines is [{ IsValid: true }]), 15, 20);
    }

    [Fact]
    public void Read_Pattern_PutsItsOtherCharactersIntoTheText()
    {
        SyntheticImage date = ReadingModel.Draw(Spaced with { Pattern = "28 11 2026" });

        LineReading line = Assert.Single(model.Reader(new DigitReaderOptions { Pattern = "dd.1d.20dd" }).Read(date.ToGray()).Lines);

        Assert.Equal(("28.11.2026", true), (line.Text, line.IsValid));
    }

    [Fact]
    public void Read_ChecksumThatFails_ChoosesAmongAlternativesOrSaysSo()
    {
        SyntheticImage number = ReadingModel.Draw(Spaced with { Pattern = "79927398710" });

        LineReading line = Assert.Single(model.Reader(new DigitReaderOptions { Checksum = NumberChecksum.Luhn }).Read(number.ToGray()).Lines);

        Assert.True(!line.IsValid || line.Text != "79927398710", line.Text);
    }

    [Fact]
    public void Read_Cancelled_GivesUp()
    {
        SyntheticImage picture = ReadingModel.Draw(Spaced with { Pattern = "20 26" });

        Assert.Throws<OperationCanceledException>(() => model.Reader().Read(picture.ToGray(), new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("words", "10 classes (word 0, word 1, ")]
    [InlineData("many", "62 classes (")]
    [InlineData("negatives", "in images of dark ink")]
    public void Create_ModelOfOtherImages_SaysWhatIsNeeded(string kind, string part)
    {
        using DigitRecognizer other = DigitRecognizer.Load(FormModels.Get(kind).Onnx);

        var error = Assert.Throws<ArgumentException>(() => new DigitReader(other, model.Lines));

        Assert.Contains(part, error.Message);
        Assert.Contains("but the digits 0-9, normalized as MNIST's are, can be read; use such a model.", error.Message);
    }
}
