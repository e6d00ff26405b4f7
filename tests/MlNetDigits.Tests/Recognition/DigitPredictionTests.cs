using System.Text.Json;
using MlNetDigits.Recognition;

namespace MlNetDigits.Tests.Recognition;

public sealed class DigitPredictionTests
{
    [Theory]
    [InlineData(null, """{"score":[0.25,0.75],"predictedLabel":[1],"digit":1,"confidence":0.75}""")]
    [InlineData(0.125f, """{"score":[0.25,0.75],"predictedLabel":[1],"digit":1,"confidence":0.75,"digitProbability":0.125}""")]
    public void Serialize_WithAndWithoutADigitScore_TellsWhatThereIs(float? digitScore, string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(Prediction(digitScore), JsonSerializerOptions.Web));

    [Theory]
    [InlineData(null, 1f, true)]
    [InlineData(0.5f, 0.5f, true)]
    [InlineData(0.4999f, 0.5f, false)]
    [InlineData(0f, 0f, true)]
    [InlineData(0.9f, 0.95f, false)]
    public void IsDigitAt_Threshold_IsTheLeastScoreOfADigit(float? digitScore, float threshold, bool isDigit)
    {
        DigitPrediction prediction = Prediction(digitScore);

        Assert.Equal(isDigit, prediction.IsDigitAt(threshold));
        Assert.Equal(prediction.IsDigitAt(0.5f), prediction.IsDigit);
        Assert.Equal(digitScore, prediction.DigitProbability);
    }

    private static DigitPrediction Prediction(float? digitScore) => new() { Score = [0.25f, 0.75f], PredictedLabel = [1], DigitScore = digitScore is { } score ? [score] : [] };
}
