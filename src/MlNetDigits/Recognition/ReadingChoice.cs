namespace MlNetDigits.Recognition;

/// <summary>Chooses among the ways to read a picture by a model's own scores.</summary>
/// <remarks>Only for models that tell what is no digit: others are as sure of a digit with foreign ink as of one without.</remarks>
internal static class ReadingChoice
{
    // A first reading of at least this evidence is taken; others are not even looked for.
    private const float Enough = 0.9f;

    /// <summary>Scores an image, and in its other readings too when the first leaves a doubt.</summary>
    public static DigitPrediction Predict(DigitImage image, Func<DigitImage, DigitPrediction> score) =>
        Predict([image], images => [.. images.Select(score)])[0];

    /// <summary>Scores images, and those that leave a doubt in their other readings too.</summary>
    /// <param name="images">Checked images.</param>
    /// <param name="score">Scores images in order.</param>
    /// <returns>The best reading's prediction for each image.</returns>
    public static DigitPrediction[] Predict(IReadOnlyList<DigitImage> images, Func<IReadOnlyList<DigitImage>, DigitPrediction[]> score)
    {
        DigitPrediction[] predictions = score(images);
        int[] doubtful = [.. Enumerable.Range(0, predictions.Length).Where(i => Evidence(predictions[i]) < Enough && images[i].Alternatives.Count > 0)];
        if (doubtful.Length == 0)
            return predictions;

        DigitImage[] others = [.. doubtful.SelectMany(i => images[i].Alternatives)];
        DigitPrediction[] scored = score(others);
        var at = 0;
        foreach (int i in doubtful)
        {
            for (int end = at + images[i].Alternatives.Count; at < end; at++)
            {
                if (Evidence(scored[at]) <= Evidence(predictions[i]))
                    continue;
                scored[at].Reading = others[at];
                predictions[i] = scored[at];
            }
        }

        return predictions;
    }

    private static float Evidence(DigitPrediction prediction) => prediction.DigitProbability is { } digit ? digit * prediction.Confidence : 1;
}
