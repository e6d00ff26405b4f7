using MlNetDigits.Console.Rendering;
using MlNetDigits.Evaluation;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class StatisticsViewTests
{
    [Theory]
    [InlineData("cat", "100.0 (100.0-100.0)")]
    [InlineData("Turnschuh mit sehr langem Namen", "Turnschuh mit s…")]
    public void Draw_NamesOfAnyLength_FitsEightyColumns(string name, string shown)
    {
        var images = new ScoredImages(["Größe", name], [0, 1, 1], [0.9f, 0.1f, 0.2f, 0.8f, 0.1f, 0.9f]);

        string view = Plain.Render(StatisticsView.Draw(ModelEvaluation.Evaluate(images).Statistics!), 200);

        Assert.Contains(shown, view);
        Assert.All(view.Split('\n').Where(line => !line.StartsWith("Confidence", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
    }
}
