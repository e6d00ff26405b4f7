namespace MlNetDigits.Recognition;

/// <summary>Chooses among the ways to read a picture by a model's own scores.</summary>
/// <remarks>Only for models that tell what is no digit: others are as sure of a digit with foreign ink as of one without.</remarks>
internal static class ReadingChoice
{
    // A first reading of at least this evidence is taken; others are not even looked for.
    private const float Enough = 0.9f;

    // Readings of this share of the best evidence are as good.
    private const float Nearly = 0.8f;

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
        for (var at = 0; at < scored.Length; at++)
            scored[at].Reading = others[at];
        var first = 0;
        foreach (int i in doubtful)
        {
            int count = images[i].Alternatives.Count;
            predictions[i] = Choose(predictions[i], images[i], scored.AsSpan(first, count));
            first += count;
        }

        return predictions;
    }

    /// <summary>Takes the reading with the most ink among those of nearly the best evidence: what lost a stroke may look like another digit.</summary>
    private static DigitPrediction Choose(DigitPrediction first, DigitImage image, ReadOnlySpan<DigitPrediction> others)
    {
        float best = Evidence(first);
        foreach (DigitPrediction other in others)
            best = Math.Max(best, Evidence(other));
        (DigitPrediction chosen, float ink) = Evidence(first) >= Nearly * best ? (first, image.Ink) : (first, -1);
        foreach (DigitPrediction other in others)
        {
            if (Evidence(other) >= Nearly * best && other.Reading!.Ink > ink)
                (chosen, ink) = (other, other.Reading.Ink);
        }

        return chosen;
    }

    private static float Evidence(DigitPrediction prediction) => prediction.DigitProbability is { } digit ? digit * prediction.Confidence : 1;
}
