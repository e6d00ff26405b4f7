using System.Globalization;
using MlNetDigits.Console.Rendering;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class FormatTests
{
    [Fact]
    public void Percent_GermanCulture_StillWritesAPoint()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");

        string text = Format.Percent(0.99123);
        CultureInfo.CurrentCulture = before;

        Assert.Equal("99.12 %", text);
    }

    [Theory]
    [InlineData(512, "512 bytes")]
    [InlineData(1536, "1.5 kB")]
    [InlineData(47_040_016, "44.9 MB")]
    public void Bytes_Size_TakesTheFittingUnit(long size, string expected) => Assert.Equal(expected, Format.Bytes(size));

    [Theory]
    [InlineData(59, "0:59")]
    [InlineData(754, "12:34")]
    [InlineData(3_725, "1:02:05")]
    public void Duration_Seconds_ReadsAsAClock(int seconds, string expected) => Assert.Equal(expected, Format.Duration(TimeSpan.FromSeconds(seconds)));
}
