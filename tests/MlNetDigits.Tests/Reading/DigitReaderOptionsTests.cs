using MlNetDigits.Reading;

namespace MlNetDigits.Tests.Reading;

public sealed class DigitReaderOptionsTests(ReadingModel model) : IClassFixture<ReadingModel>
{
    public static TheoryData<string, DigitReaderOptions> Wrong => new()
    {
        { "Length is 0, but a line has 1 to 1000 digits", new DigitReaderOptions { Length = 0 } },
        { "Alternatives is 21, but must be 0 to 20", new DigitReaderOptions { Alternatives = 21 } },
        { "Pattern is '..', which has 0 digits", new DigitReaderOptions { Pattern = ".." } },
        { "Length is 3, but the pattern 'dd' has 2 digits", new DigitReaderOptions { Pattern = "dd", Length = 3 } },
        { "There is no checksum 9: use None, Luhn, Gtin", new DigitReaderOptions { Checksum = (NumberChecksum)9 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Create_OptionOutOfRange_NamesValueAndLimit(string message, DigitReaderOptions options) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => model.Reader(options)).Message);
}
