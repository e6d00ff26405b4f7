using MlNetDigits.Images.Candidates;
using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Tests.Images.Candidates;

public sealed class LineInkTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-5)]
    public void Erase_LineTurnedALittle_LeavesTheStrokeAcrossIt(int rise)
    {
        var field = Fields.With((45, 20, 8, 60, 200));
        for (var x = 0; x < Fields.Side; x++)
            field.Contrast.AsSpan(((50 + (rise * x / 100)) * Fields.Side) + x, 1).Fill(180);
        for (var x = 0; x < Fields.Side; x++)
            field.Contrast.AsSpan(((51 + (rise * x / 100)) * Fields.Side) + x, 1).Fill(180);

        InkField rest = LineInk.Erase(field)!;

        Assert.Equal(0, rest.At(10, 50 + (rise * 10 / 100)));
        Assert.Equal(0, rest.At(90, 51 + (rise * 90 / 100)));
        Assert.True(rest.At(48, 50) > 0);
    }

    [Fact]
    public void Erase_SquaredPaper_LeavesTheThickStroke()
    {
        (int, int, int, int, float)[] lines = [.. Enumerable.Range(0, 5).SelectMany(i => ((int, int, int, int, float)[])[((20 * i) + 7, 0, 1, 100, 120), (0, (20 * i) + 7, 100, 1, 120)])];
        var field = Fields.With([.. lines, (42, 20, 10, 60, 200)]);

        InkField rest = LineInk.Erase(field)!;

        Assert.Equal(0, rest.At(7, 50));
        Assert.Equal(0, rest.At(80, 67));
        Assert.Equal(200, rest.At(46, 40));
    }

    [Fact]
    public void Erase_UnderlineBelowAStemAsLongAsALine_LeavesTheStem()
    {
        var field = Fields.With((10, 84, 80, 2, 180), (46, 10, 7, 68, 200));

        InkField rest = LineInk.Erase(field)!;

        Assert.Equal(0, rest.At(20, 84));
        Assert.Equal(200, rest.At(49, 40));
    }

    [Fact]
    public void Erase_StrokesAlone_FindsNoLine()
    {
        var field = Fields.With((45, 20, 12, 60, 200), (30, 20, 30, 12, 200));

        Assert.Null(LineInk.Erase(field));
    }

    [Fact]
    public void Erase_EmptySheet_FindsNoLine() => Assert.Null(LineInk.Erase(Fields.With()));
}
