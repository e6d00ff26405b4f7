namespace MlNetDigits.Recognition;

/// <summary>Chooses among the ways to read a picture by a model's own scores.</summary>
/// <remarks>Only for models that tell what is no digit: others are as sure of a digit with foreign ink as of one without.</remarks>
internal static class ReadingChoice
{
    // A first reading of at least this evidence is taken; others are not even looked for.
    private const float Enough = 0.9f;

    // Readings of this share of the best evidence are as good.
    private const float Nearly = 0.8f;

    /// <summary>Scores an image, and its other readings too when the first leaves a doubt.</summary>
    /// <param name="image">A checked image.</param>
    /// <param name="score">Scores an image.</param>
    /// <returns>The best reading's prediction.</returns>
    public static DigitPrediction Predict(DigitImage image, Func<DigitImage, DigitPrediction> score)
    {
        DigitPrediction first = score(image);
        return IsDoubtful(first, image) ? Choose(first, image, [.. image.Alternatives.Select(score)]) : first;
    }

    /// <summary>Scores images, and those that leave a doubt in their other readings too.</summary>
    /// <param name="images">Checked images.</param>
    /// <param name="score">Scores images in order.</param>
    /// <returns>The best reading's prediction for each image.</returns>
    public static DigitPrediction[] Predict(IReadOnlyList<DigitImage> images, Func<IReadOnlyList<DigitImage>, DigitPrediction[]> score)
    {
        DigitPrediction[] predictions = score(images);
        int[] doubtful = [.. Enumerable.Range(0, predictions.Length).Where(i => IsDoubtful(predictions[i], images[i]))];
        if (doubtful.Length == 0)
            return predictions;

        DigitPrediction[] others = score([.. doubtful.SelectMany(i => images[i].Alternatives)]);
        var first = 0;
        foreach (int i in doubtful)
        {
            int count = images[i].Alternatives.Count;
            predictions[i] = Choose(predictions[i], images[i], others.AsSpan(first, count));
            first += count;
        }

        return predictions;
    }

    /// <summary>Whether other readings may be better; of a model that cannot tell what is no digit, no answer is doubted.</summary>
    private static bool IsDoubtful(DigitPrediction first, DigitImage image) => first.DigitProbability is not null && first.Evidence < Enough && image.Alternatives.Count > 0;

    /// <summary>Takes the reading with the most ink among those of nearly the best evidence: what lost a stroke may look like another digit.</summary>
    private static DigitPrediction Choose(DigitPrediction first, DigitImage image, ReadOnlySpan<DigitPrediction> others)
    {
        float best = first.Evidence;
        foreach (DigitPrediction other in others)
            best = Math.Max(best, other.Evidence);
        (DigitPrediction chosen, float ink) = (first, first.Evidence >= Nearly * best ? image.Ink : -1);
        for (var i = 0; i < others.Length; i++)
        {
            DigitImage reading = image.Alternatives[i];
            if (others[i].Evidence < Nearly * best || reading.Ink <= ink)
                continue;
            (chosen, ink) = (others[i], reading.Ink);
            chosen.Reading = reading;
        }

        return chosen;
    }
}
