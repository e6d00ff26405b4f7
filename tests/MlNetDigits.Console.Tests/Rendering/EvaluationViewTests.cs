using MlNetDigits.Console.Rendering;
using MlNetDigits.Evaluation;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class EvaluationViewTests
{
    private static readonly EvaluationReport Report = new()
    {
        Images = 10_000,
        MicroAccuracy = 0.99,
        MacroAccuracy = 0.9899,
        LogLoss = 0.0312,
        LogLossReduction = 0.9864,
        Classes = [.. Enumerable.Range(0, 10).Select(digit => new ClassReport(digit, 1000, 0.991, 0.99, 0.03))],
        Confusion = [.. Enumerable.Range(0, 10).Select(row => Enumerable.Range(0, 10).Select(column => column == row ? 990 : column == (row + 1) % 10 ? 10 : 0).ToArray())],
    };

    [Fact]
    public void Draw_TenThousandImages_MatchesTheSnapshot() => Assert.Equal(
        """
        Test  10,000 images
        accuracy 99.00 %  macro 98.99 %  log-loss 0.0312  log-loss reduction 98.64 %

                         true digit by row, recognized digit by column

                       0     1     2     3     4     5     6     7     8     9  recall
        ───────────────────────────────────────────────────────────────────────────────
                 0   990    10     .     .     .     .     .     .     .     .    99.0
                 1     .   990    10     .     .     .     .     .     .     .    99.0
                 2     .     .   990    10     .     .     .     .     .     .    99.0
                 3     .     .     .   990    10     .     .     .     .     .    99.0
                 4     .     .     .     .   990    10     .     .     .     .    99.0
                 5     .     .     .     .     .   990    10     .     .     .    99.0
                 6     .     .     .     .     .     .   990    10     .     .    99.0
                 7     .     .     .     .     .     .     .   990    10     .    99.0
                 8     .     .     .     .     .     .     .     .   990    10    99.0
                 9    10     .     .     .     .     .     .     .     .   990    99.0
        ───────────────────────────────────────────────────────────────────────────────
         precision  99.1  99.1  99.1  99.1  99.1  99.1  99.1  99.1  99.1  99.1
        """,
        Plain.Render(EvaluationView.Draw(Report, "Test")));

    [Fact]
    public void Draw_ClassesWithoutImages_LeavesTheirRowsOutAndNamesThem()
    {
        EvaluationReport report = new()
        {
            Images = 10,
            MicroAccuracy = 0.9,
            MacroAccuracy = 0.9,
            LogLoss = 0.1,
            LogLossReduction = double.NaN,
            Classes = [new ClassReport(0, 0, double.NaN, double.NaN, double.NaN), new ClassReport(1, 10, 1, 0.9, 0.1), new ClassReport(2, 0, 0, double.NaN, double.NaN)],
            Confusion = [[0, 0, 0], [0, 9, 1], [0, 0, 0]],
        };

        string text = Plain.Render(EvaluationView.Draw(report, "Test"));

        Assert.Contains("log-loss reduction -\nNo image is of 0, 2 (2 of 3 classes)", text);
        Assert.Matches(@"1\s+\.\s+9\s+1\s+90\.0", text);
        Assert.DoesNotMatch(@"\n\s+[02]\s+\.", text);
        Assert.Matches(@"precision\s+-\s+100\.0\s+0\.0", text);
    }
}
