using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Tests.Hosting;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("train", "train", 0)]
    [InlineData("trian", "train", 1)]
    [InlineData("tran", "train", 1)]
    [InlineData("trainn", "train", 1)]
    [InlineData("brain", "train", 1)]
    [InlineData("", "train", 5)]
    public void Distance_TwoWords_CountsTheEdits(string from, string to, int expected) => Assert.Equal(expected, Spelling.Distance(from, to));
}
