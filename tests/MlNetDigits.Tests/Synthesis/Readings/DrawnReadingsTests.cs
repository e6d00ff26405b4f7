using MlNetDigits.Synthesis;
using MlNetDigits.Synthesis.Readings;

namespace MlNetDigits.Tests.Synthesis.Readings;

public sealed class DrawnReadingsTests
{
    [Fact]
    public void Read_NonDigitsOfSeed3_AreAllNone()
    {
        var synthesizer = new DigitSynthesizer(new SynthesisOptions { Seed = 3, Kind = SynthesisKind.NonDigit });

        IEnumerable<(byte[] Pixels, byte Label)> readings = Enumerable.Range(0, 40).SelectMany(index => DrawnReadings.Read(synthesizer.Create(index)));

        Assert.All(readings, reading => Assert.Equal(DrawnReadings.None, reading.Label));
    }

    [Fact]
    public void Read_BlankPaperOfSeed3_IsAnEmptyImage()
    {
        var synthesizer = new DigitSynthesizer(new SynthesisOptions { Seed = 3, Kind = SynthesisKind.NonDigit, NonDigits = [NonDigit.Blank], Papers = [PaperStyle.Plain], Camera = false });

        (byte[] pixels, byte label) = Assert.Single(DrawnReadings.Read(synthesizer.Create(1)));

        Assert.All(pixels, pixel => Assert.Equal(0, pixel));
        Assert.Equal(DrawnReadings.None, label);
    }

    [Fact]
    public void Read_DigitsInCellsOfSeed4_GiveTheDigitAndReadingsThatAreNone()
    {
        var synthesizer = new DigitSynthesizer(new SynthesisOptions { Seed = 4, Papers = [PaperStyle.FormCell], Camera = false });

        (SyntheticImage Image, byte[] Labels)[] read = [.. Enumerable.Range(0, 30).Select(index => (Image: synthesizer.Create(index), Labels: DrawnReadings.Read(synthesizer.Create(index)).Select(reading => reading.Label).ToArray()))];

        Assert.Contains(read, each => each.Labels.Contains((byte)DrawnReadings.None));
        Assert.All(read, each => Assert.All(each.Labels, label => Assert.True(label == DrawnReadings.None || label == each.Image.Digits[0].Digit)));
    }
}
