using MlNetDigits.Images.Candidates;

namespace MlNetDigits.Tests.Images.Candidates;

public sealed class BorderInkTests
{
    [Fact]
    public void Drop_SliverAtTheEdge_LeavesTheDigitAlone()
    {
        var field = Fields.With((0, 0, 6, 100, 200), (45, 30, 8, 40, 150));

        var rest = BorderInk.Drop(field);

        Assert.Equal(0, rest.At(2, 50));
        Assert.Equal(150, rest.At(48, 50));
    }

    [Fact]
    public void Drop_StrokeThroughTheMiddle_StaysThoughItTouchesTheBorder()
    {
        var field = Fields.With((45, 0, 8, 70, 150));

        var rest = BorderInk.Drop(field);

        Assert.Equal(field.Contrast, rest.Contrast);
    }

    [Fact]
    public void Drop_FaintLineBehindAStrongOne_GoesInALaterRound()
    {
        var field = Fields.With((0, 0, 5, 100, 250), (0, 90, 100, 4, 70), (45, 30, 8, 40, 60));

        var rest = BorderInk.Drop(field);

        Assert.Equal(0, rest.At(50, 92));
        Assert.Equal(60, rest.At(48, 50));
    }

    [Fact]
    public void Drop_BoxAroundTheDigit_LeavesTheDigitAlone()
    {
        var field = Fields.With((12, 12, 76, 3, 200), (12, 85, 76, 3, 200), (12, 12, 3, 76, 200), (85, 12, 3, 76, 200), (45, 30, 8, 40, 150));

        var rest = BorderInk.Drop(field);

        Assert.Equal(0, rest.At(13, 50));
        Assert.Equal(150, rest.At(48, 50));
    }

    [Fact]
    public void Drop_WideRingWithASpeckInIt_Stays()
    {
        var field = Fields.With((12, 12, 76, 8, 200), (12, 80, 76, 8, 200), (12, 12, 8, 76, 200), (80, 12, 8, 76, 200), (49, 49, 3, 3, 200));

        Assert.Equal(field.Contrast, BorderInk.Drop(field).Contrast);
    }

    [Fact]
    public void Drop_Inset_CutsTheDigitsLineAndNoOtherInk()
    {
        var field = Fields.With((0, 4, 100, 3, 200), (45, 4, 8, 66, 200), (4, 40, 6, 20, 200));

        var rest = BorderInk.Drop(field, inset: 10);

        Assert.Equal(0, rest.At(20, 5));
        Assert.Equal(200, rest.At(48, 50));
        Assert.Equal(200, rest.At(6, 50));
    }

    [Fact]
    public void Drop_LinesAndAFaintShade_LeavesNothing()
    {
        var field = Fields.With((0, 0, 6, 100, 250), (30, 30, 30, 30, 24));

        var rest = BorderInk.Drop(field);

        Assert.All(rest.Contrast, value => Assert.Equal(0, value));
    }
}
