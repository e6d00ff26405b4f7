using MlNetDigits.Recognition;
using MlNetDigits.Synthesis;

namespace MlNetDigits.Tests.Recognition;

public sealed class ReadingChoiceTests
{
    private static readonly DigitImage InCell = DigitImage.FromImage(new DigitSynthesizer(new SynthesisOptions { Seed = 2, Papers = [PaperStyle.FormCell], Camera = false }).Create(3).ToGray());

    [Fact]
    public void Predict_OtherReadingIsSurer_TakesItAndTellsWhich()
    {
        DigitImage best = InCell.Alternatives[^1];

        DigitPrediction prediction = ReadingChoice.Predict([new DigitImage(), InCell], images => [.. images.Select(image => Say(ReferenceEquals(image, best) ? 0.8f : 0.3f))])[1];

        Assert.Equal(0.8f, prediction.DigitProbability);
        Assert.Same(best, prediction.Reading);
    }

    [Fact]
    public void Predict_FirstReadingIsSure_ScoresNoOther()
    {
        var scored = 0;

        DigitPrediction prediction = ReadingChoice.Predict(InCell, image =>
        {
            scored++;
            return Say(0.95f);
        });

        Assert.Equal(1, scored);
        Assert.Null(prediction.Reading);
    }

    [Fact]
    public void Predict_ModelThatCannotTell_ScoresNoOther()
    {
        var scored = 0;

        ReadingChoice.Predict(InCell, image =>
        {
            scored++;
            return new DigitPrediction { Score = [0.4f, 0.6f], PredictedLabel = [1] };
        });

        Assert.Equal(1, scored);
    }

    private static DigitPrediction Say(float digit) => new() { Score = [1, 0], PredictedLabel = [0], DigitScore = [digit] };
}
