using MlNetDigits.Images.Normalization;
using MlNetDigits.Reading.Lines;

namespace MlNetDigits.Tests.Reading.Lines;

public sealed class InkSharesTests
{
    private const int Height = 40;

    [Fact]
    public void Of_PieceForEachDigit_CountsOne()
    {
        InkShares shares = InkShares.Of([Piece(0, 20), Piece(30, 50)], [12, 38], Height);

        Assert.Equal([1, 1], shares.Counts);
        Assert.Equal([0, 1], shares.Digits);
    }

    [Fact]
    public void Of_TouchingDigits_CountsBoth() => Assert.Equal([2], InkShares.Of([Piece(0, 50)], [12, 38], Height).Counts);

    [Fact]
    public void Of_DigitBetweenItsStrokes_TakesTheNearest() => Assert.Equal([0, 1, 0], InkShares.Of([Piece(0, 4), Piece(20, 24), Piece(60, 64)], [16], Height).Counts);

    private static InkPart Piece(int left, int right) => new(100, left, 0, right, Height - 1);
}
