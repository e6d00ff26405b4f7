using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;

namespace MlNetDigits.Tests.Images.Segmentation;

public sealed class SegmentationTests
{
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

    [Fact]
    public void Find_HatOfABrokenDigit_BelongsToTheRow()
    {
        PageInk page = Find(200, 80, (10, 10, 20, 50), (50, 10, 25, 24), (50, 38, 25, 23), (100, 10, 20, 50), (140, 10, 20, 50));

        Assert.Equal(5, Assert.Single(RowFinder.Find(page)).Labels.Length);
    }

    [Fact]
    public void Of_EachPiece_HasItsInkAlone()
    {
        PageInk page = Find(120, 60, (10, 10, 6, 40), (60, 10, 30, 40));

        byte[]?[] images = PieceImages.Of(page, [1, 2]);

        Assert.All(images, image => Assert.InRange(image!.Count(pixel => pixel > 128), 40, 500));
        Assert.True(images[0]!.Count(pixel => pixel > 128) < images[1]!.Count(pixel => pixel > 128));
    }

    [Fact]
    public void Draw_DigitsAboveARule_AreInTheMiddle()
    {
        (int, int, int, int)[] digits = [.. Enumerable.Range(0, 6).Select(i => (20 + (i * 35), 20, 10, 40))];

        LineStrip bare = Draw(Find(260, 120, digits)), ruled = Draw(Find(260, 120, [.. digits, (10, 66, 230, 3)]));

        // The rule is below where digits can be.
        Assert.InRange(Middle(bare, 0, bare.Width, LineStrip.Rows - 4), 13.5, 14.5);
        Assert.InRange(Middle(ruled, 0, ruled.Width, LineStrip.Rows - 4), 13, 15);
    }

    [Theory]
    [InlineData(-0.15)]
    [InlineData(0.15)]
    public void Draw_ClimbingOrFallingLine_IsLevel(double slope)
    {
        LineStrip strip = Draw(Find(400, 160, [.. Enumerable.Range(0, 9).Select(i => (20 + (i * 40), (int)(60 + (slope * (i - 4) * 40)), 12, 40))]));

        Assert.InRange(Middle(strip, 0, strip.Width / 4, LineStrip.Rows), 13, 15);
        Assert.InRange(Middle(strip, strip.Width * 3 / 4, strip.Width, LineStrip.Rows), 13, 15);
    }

    private static LineStrip Draw(PageInk page) => LineStrip.Draw(page, Assert.Single(RowFinder.Find(page)));

    /// <summary>Mean row of the ink in some columns and the upper rows.</summary>
    private static double Middle(LineStrip strip, int from, int to, int rows)
    {
        (double ink, double sum) = (0, 0);
        for (int y = 0; y < rows; y++)
        {
            for (int x = from; x < to; x++)
            {
                double pixel = strip.Pixels[(y * strip.Width) + x];
                (ink, sum) = (ink + pixel, sum + (pixel * (y + 0.5)));
            }
        }

        return sum / ink;
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
