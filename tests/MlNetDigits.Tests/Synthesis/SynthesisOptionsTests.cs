using MlNetDigits.Synthesis;

namespace MlNetDigits.Tests.Synthesis;

public sealed class SynthesisOptionsTests
{
    public static TheoryData<SynthesisOptions, string> Refused => new()
    {
        { new() { Kind = (SynthesisKind)7 }, "There is no kind 7: use Digit, NonDigit, Text." },
        { new() { MnistShare = 1.5f }, "MnistShare is 1.5, but must be from 0 to 1." },
        { new() { MinimumSide = 8 }, "MinimumSide is 8, but must be from 16 to 4096." },
        { new() { MinimumSide = 100, MaximumSide = 90 }, "MaximumSide is 90, but must be from 100 to 4096." },
        { new() { MinimumSize = float.NaN }, "MinimumSize is NaN, but must be from 0.05 to 1." },
        { new() { MaximumSize = 0.2f }, "MaximumSize is 0.2, but must be from 0.4 to 1." },
        { new() { MaximumSlant = 50 }, "MaximumSlant is 50, but must be from 0 to 45." },
        { new() { LightOnDarkShare = -1 }, "LightOnDarkShare is -1, but must be from 0 to 1." },
        { new() { MaximumLength = 1 }, "MaximumLength is 1, but must be from 2 to 1000." },
        { new() { Rows = 0 }, "Rows is 0, but must be from 1 to 1000." },
        { new() { TouchingShare = 2 }, "TouchingShare is 2, but must be from 0 to 1." },
        { new() { HasteShare = 2 }, "HasteShare is 2, but must be from 0 to 1." },
        { new() { MaximumSpacing = 0 }, "MaximumSpacing is 0, but must be from 0.03 to 3." },
        { new() { Pattern = "12a" }, "Pattern is '12a', but must be made of digits, # for any digit, spaces, points, commas, dashes and equals signs." },
        { new() { Pattern = " - " }, "Pattern is ' - ', but must be made of digits" },
        { new() { Kind = SynthesisKind.Text, Rows = 1000 }, "1000 lines of up to 8 digits that are up to 140 pixels high have about 156 megapixels, but at most 64 are drawn" },
        { new() { Papers = [] }, "Papers is empty; name at least one style." },
        { new() { NonDigits = [] }, "NonDigits is empty; name at least one kind." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Validate_OptionOutOfRange_NamesValueAndLimit(SynthesisOptions options, string expected)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => new DigitSynthesizer(options));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }
}
