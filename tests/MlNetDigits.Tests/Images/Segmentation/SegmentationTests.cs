using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;

namespace MlNetDigits.Tests.Images.Segmentation;

public sealed class SegmentationTests
{
    [Fact]
    public void Cut_BlocksJoinedByABar_PartsThemAtTheBar()
    {
        PageInk page = Find(60, 40, (5, 5, 20, 30), (35, 5, 20, 30), (25, 18, 10, 4));

        List<Atom> parts = SeamCuts.Cut(page, 1, height: 30);

        Assert.Contains(parts, part => part.Crossed is > 0 and < 0.2);
        Assert.Equal(20 * 30 * 2 + 40, parts.Sum(part => page.Parts[part.Label - 1].Area));
        InkPart first = page.Parts[parts[0].Label - 1];
        Assert.InRange(first.Right, 5, 34);
    }

    [Fact]
    public void Find_TwoRows_AreParted()
    {
        PageInk page = Find(100, 100, (10, 10, 15, 30), (40, 14, 15, 30), (70, 12, 15, 30), (10, 60, 15, 30), (40, 62, 15, 30));

        List<InkRow> rows = RowFinder.Find(page);

        Assert.Equal([3, 2], rows.Select(row => row.Labels.Length));
        Assert.All(rows, row => Assert.Equal(30, row.Height));
    }

    [Fact]
    public void Find_RisingRow_IsOne()
    {
        PageInk page = Find(400, 100, [.. Enumerable.Range(0, 10).Select(i => (10 + (i * 35), 60 - (i * 5), 20, 30))]);

        Assert.Equal(10, Assert.Single(RowFinder.Find(page)).Labels.Length);
    }

    [Fact]
    public void Find_DotsBeside_BelongToTheRow()
    {
        PageInk page = Find(120, 60, (10, 10, 20, 40), (40, 44, 5, 5), (60, 10, 20, 40));

        Assert.Equal(3, Assert.Single(RowFinder.Find(page)).Labels.Length);
    }

    private static PageInk Find(int width, int height, params (int X, int Y, int Width, int Height)[] blocks)
    {
        var contrast = new float[width * height];
        foreach ((int left, int top, int columns, int rows) in blocks)
        {
            for (int y = top; y < top + rows; y++)
                contrast.AsSpan((y * width) + left, columns).Fill(200);
        }

        return PageInk.Find(new InkField(width, height, contrast, Noise: 0), InkField.UsualShare)!;
    }
}
