using MlNetDigits.Reading;
using MlNetDigits.Reading.Constraints;

namespace MlNetDigits.Tests.Reading;

public sealed class LineConstraintTests
{
    [Theory]
    [InlineData(NumberChecksum.Luhn, "79927398713", true)]
    [InlineData(NumberChecksum.Luhn, "79927398710", false)]
    [InlineData(NumberChecksum.Luhn, "4111111111111111", true)]
    [InlineData(NumberChecksum.Luhn, "0", false)]
    [InlineData(NumberChecksum.Gtin, "4006381333931", true)]
    [InlineData(NumberChecksum.Gtin, "73513537", true)]
    [InlineData(NumberChecksum.Gtin, "036000291452", true)]
    [InlineData(NumberChecksum.Gtin, "4006381333932", false)]
    [InlineData(NumberChecksum.None, "12", true)]
    public void Holds_Checksum_IsThatOfTheStandard(NumberChecksum checksum, string digits, bool holds) =>
        Assert.Equal(holds, new LineConstraint(new DigitReaderOptions { Checksum = checksum }).Holds(digits));

    [Fact]
    public void Allows_Pattern_TakesItsDigitsAlone()
    {
        var constraint = new LineConstraint(new DigitReaderOptions { Pattern = "d-19" });

        Assert.Equal([true, true, false, false], [constraint.Allows(0, 7), constraint.Allows(1, 1), constraint.Allows(1, 7), constraint.Allows(3, 0)]);
        Assert.Equal("7-19", constraint.Format("719"));
        Assert.Equal("71", constraint.Format("71"));
    }
}
