using System.Xml.Linq;
using MlNetDigits.Networks.Training;
using MlNetDigits.Reports;

namespace MlNetDigits.Tests.Reports;

public sealed class LearningRateFileTests
{
    private static readonly LearningRateTest _test = new([new LearningRatePoint(1e-5, 2.5, 2.25), new LearningRatePoint(0.001, 1.5, 2)], 0.001);

    [Fact]
    public void WriteCsv_Points_AreLinesOfExactNumbers()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, LearningRateFile.CsvName);

        LearningRateFile.WriteCsv(path, _test);

        Assert.Equal("learningRate,loss,smoothedLoss\n1E-05,2.5,2.25\n0.001,1.5,2\n", File.ReadAllText(path));
    }

    [Fact]
    public void WriteSvg_Suggestion_IsMarked()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, LearningRateFile.SvgName);

        LearningRateFile.WriteSvg(path, _test, "title");

        Assert.Contains(XElement.Load(path).Elements(), element => element.Value == "suggested 0.001");
    }
}
