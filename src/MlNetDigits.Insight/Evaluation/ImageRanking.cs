namespace MlNetDigits.Evaluation;

/// <summary>Finds the images that tell most about a model.</summary>
public static class ImageRanking
{
    /// <summary>Finds the mistakes that the model was surest of.</summary>
    /// <param name="images">The scores.</param>
    /// <param name="count">Most images to give.</param>
    /// <param name="top">Classes to list for each. <value>3</value></param>
    /// <returns>Highest confidence first; fewer where there are fewer mistakes.</returns>
    public static IReadOnlyList<RankedImage> MostConfidentMistakes(ScoredImages images, int count, int top = 3)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Take(images, Enumerable.Range(0, images.Count).Where(image => !images.IsCorrect(image)).OrderByDescending(images.ConfidenceOf), count, top);
    }

    /// <summary>Finds the recognized images that the model was least sure of.</summary>
    /// <param name="images">The scores.</param>
    /// <param name="count">Most images to give.</param>
    /// <param name="top">Classes to list for each. <value>3</value></param>
    /// <returns>Lowest confidence first; fewer where there are fewer hits.</returns>
    public static IReadOnlyList<RankedImage> LeastConfidentHits(ScoredImages images, int count, int top = 3)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Take(images, Enumerable.Range(0, images.Count).Where(images.IsCorrect).OrderBy(images.ConfidenceOf), count, top);
    }

    /// <summary>Describes one image.</summary>
    /// <param name="images">The scores.</param>
    /// <param name="image">Position of the image, from 0.</param>
    /// <param name="top">Classes to list. <value>3</value></param>
    /// <returns>The image's classes, best first.</returns>
    public static RankedImage Describe(ScoredImages images, int image, int top = 3)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        float[] probabilities = images.ProbabilitiesOf(image).ToArray();
        ClassProbability[] best = [.. probabilities.Index().OrderByDescending(entry => entry.Item).Take(top)
            .Select(entry => new ClassProbability(images.ClassNames[entry.Index], entry.Item))];
        return new RankedImage(image, images.ClassNames[images.Labels[image]], images.ClassNames[images.PredictedClasses[image]], images.ConfidenceOf(image), best);
    }

    private static RankedImage[] Take(ScoredImages images, IEnumerable<int> order, int count, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. order.Take(count).Select(image => Describe(images, image, top))];
    }
}
