using MlNetDigits.Evaluation;
using MlNetDigits.Reports.Html;

namespace MlNetDigits.Tests.Reports.Html;

public sealed class EvenSampleTests
{
    [Theory]
    [InlineData(new[] { 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2 }, 6, new[] { 0, 1, 2, 6, 7, 8 })]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 1, 1, 1, 2 }, 5, new[] { 0, 3, 6, 7, 9 })]
    [InlineData(new[] { 0, 1, 1 }, 10, new[] { 0, 1, 2 })]
    [InlineData(new[] { 1, 0 }, 0, new int[0])]
    public void Choose_ClassesInAnyOrder_GivesEachItsShare(int[] labels, int count, int[] expected)
    {
        ScoredImages images = new(["a", "b", "c"], labels, [.. labels.SelectMany(_ => new[] { 1f, 0, 0 })]);

        int[] chosen = EvenSample.Choose(images, Enumerable.Range(0, labels.Length), count);

        Assert.Equal(expected, chosen);
    }
}
