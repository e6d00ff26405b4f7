using MlNetDigits.Charts;

namespace MlNetDigits.Tests.Charts;

public sealed class ChartErrorTests
{
    [Fact]
    public void ConfusionMatrix_CountsAreNoSquare_SaysHowManyThereShouldBe()
    {
        var chart = new ConfusionMatrixChart { Counts = [[1, 2], [3]], Labels = ["a", "b"] };

        var error = Assert.Throws<ArgumentException>(chart.Draw);

        Assert.Contains("2 labels need 2 rows of 2 counts, but there are 2 rows of 1", error.Message);
    }

    [Fact]
    public void ProbabilityBars_FewerProbabilitiesThanLabels_SaysBothNumbers()
    {
        var chart = new ProbabilityBars { Probabilities = [1], Labels = ["a", "b"] };

        var error = Assert.Throws<ArgumentException>(chart.Draw);

        Assert.Contains("1 probabilities for 2 labels", error.Message);
    }

    [Fact]
    public void FeatureMap2D_PointOfNoLabel_NamesTheLabel()
    {
        var chart = new FeatureMap2D { Points = [new FeaturePoint(0, 0, 2)], Labels = ["a", "b"] };

        var error = Assert.Throws<ArgumentException>(chart.Draw);

        Assert.Contains("A point has the label 2, but there are 2 labels", error.Message);
    }

    [Fact]
    public void ImageGrid_TilesTooSmall_NamesTheLimit()
    {
        var grid = new ImageGrid { Title = "small", Sections = [new ImageSection("", [], TileSize: 2)] };

        var error = Assert.Throws<ArgumentOutOfRangeException>(grid.Draw);

        Assert.Contains("8", error.Message);
    }
}
