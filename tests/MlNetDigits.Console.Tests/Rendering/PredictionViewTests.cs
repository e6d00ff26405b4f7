using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering.Predictions;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class PredictionViewTests
{
    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    [Fact]
    public void Draw_FilesOfOneFolder_MatchesTheSnapshot() => Assert.Equal(
        """
          file in drawings   digit   confidence                else
        ────────────────────────────────────────────────────────────────────
          a.png                7        98.00 %   ━━━━━━━━━━   1 (2.00 %)
          b[1].png             7        60.00 %   ━━━━━━━━━━   1 (40.00 %)
        """.TrimStart('\n'),
        Plain.Render(PredictionView.Draw([Seven("drawings/a.png", 0.98f), Seven("drawings/b[1].png", 0.6f)], Digits)).TrimStart('\n'));

    [Fact]
    public void Draw_FilesOfTwoFolders_KeepsTheirPaths()
    {
        string text = Plain.Render(PredictionView.Draw([Seven("x/a.png", 1), Seven("y/a.png", 1)], Digits));

        Assert.Contains("x/a.png", text);
        Assert.Contains("y/a.png", text);
    }

    [Fact]
    public void Line_Prediction_NamesFileDigitAndConfidence() =>
        Assert.Equal("a.png: 7 (98.00 %)", PredictionView.Line(Seven("a.png", 0.98f), Digits));

    [Theory]
    [InlineData("7", "a.png: not a digit (digit score 3.00 %)")]
    [InlineData("bag", "a.png: none of the classes (digit score 3.00 %)")]
    public void Line_Refused_SaysSoWithItsScore(string className, string line) =>
        Assert.Equal(line, PredictionView.Line(Refused("a.png"), [className, className]));

    [Fact]
    public void Draw_Refused_NamesNoDigit()
    {
        string text = Plain.Render(PredictionView.Draw([Seven("a.png", 0.98f), Refused("b.png")], Digits));

        Assert.Matches(@"b\.png +not a digit +digit score 3\.00 %", text);
    }

    private static PredictionDocument Refused(string file) => Seven(file, 0.98f) with { Digit = null, Label = null, Rejected = true, DigitScore = 0.03f };

    private static PredictionDocument Seven(string file, float confidence)
    {
        var scores = new float[10];
        scores[7] = confidence;
        scores[1] = 1 - confidence;
        return new PredictionDocument(file, 7, "7", confidence, scores, null);
    }
}
