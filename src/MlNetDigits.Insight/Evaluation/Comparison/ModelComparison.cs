namespace MlNetDigits.Evaluation.Comparison;

/// <summary>How two models differ on the same images.</summary>
/// <param name="Images">Number of images.</param>
/// <param name="First">Accuracy of the first model, with Wilson's interval.</param>
/// <param name="Second">Accuracy of the second model, with Wilson's interval.</param>
/// <param name="Difference">Accuracy of the second less the first, with Agresti and Min's interval.</param>
/// <param name="BothRight">Images that both models recognize.</param>
/// <param name="BothWrong">Images that neither model recognizes.</param>
/// <param name="SameMistake">Images that both models take for the same wrong class.</param>
/// <param name="Test">McNemar's test, with the images that only one model recognizes.</param>
/// <param name="Disagreements">Images on which the models differ, by true class and both answers, most first.</param>
public sealed record ModelComparison(
    int Images, ConfidenceInterval First, ConfidenceInterval Second, ConfidenceInterval Difference,
    int BothRight, int BothWrong, int SameMistake, McNemarTest Test, IReadOnlyList<Disagreement> Disagreements)
{
    /// <summary>Compares two models' scores of the same images.</summary>
    /// <param name="first">Scores of the first model.</param>
    /// <param name="second">Scores of the second model, in the same order of images.</param>
    /// <param name="level">Probability that an interval holds the true value. <value>0.95</value></param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">Classes or images differ, or there are none.</exception>
    public static ModelComparison Of(ScoredImages first, ScoredImages second, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        RequireSameImages(first, second);
        int[] all = [.. Enumerable.Range(0, first.Count)];
        int onlyFirst = all.Count(image => first.IsCorrect(image) && !second.IsCorrect(image));
        int onlySecond = all.Count(image => !first.IsCorrect(image) && second.IsCorrect(image));
        int bothRight = all.Count(image => first.IsCorrect(image) && second.IsCorrect(image));
        int same = all.Count(image => !first.IsCorrect(image) && first.PredictedClasses[image] == second.PredictedClasses[image]);
        return new ModelComparison(
            first.Count,
            WilsonInterval.Of(bothRight + onlyFirst, first.Count, level),
            WilsonInterval.Of(bothRight + onlySecond, first.Count, level),
            PairedDifference.Of(onlySecond, onlyFirst, first.Count, level),
            bothRight, first.Count - bothRight - onlyFirst - onlySecond, same, McNemarTest.Of(onlyFirst, onlySecond),
            [.. Differing(first, second, all)]);
    }

    private static void RequireSameImages(ScoredImages first, ScoredImages second)
    {
        if (first.Classes != second.Classes)
            throw new ArgumentException($"The first model tells {first.Classes} classes apart, the second {second.Classes}: compare models of the same classes.");
        if (first.Count == 0)
            throw new ArgumentException("There is no image to compare the models on: give at least one.");
        string[] unshared = [.. first.ClassNames.Except(second.ClassNames)];
        if (unshared.Length > 0)
            throw new ArgumentException($"The second model does not know the first model's classes {string.Join(", ", unshared)}: compare models of the same classes.");
        if (!first.ClassNames.SequenceEqual(second.ClassNames))
            throw new ArgumentException($"The models' classes have another order ({string.Join(", ", first.ClassNames)} and {string.Join(", ", second.ClassNames)}): export both with the same one.");
        if (!first.Labels.SequenceEqual(second.Labels))
            throw new ArgumentException("The models were not scored on the same images: score both on one set.");
    }

    private static IEnumerable<Disagreement> Differing(ScoredImages first, ScoredImages second, int[] images) => images
        .Where(image => first.PredictedClasses[image] != second.PredictedClasses[image])
        .GroupBy(image => (Label: first.Labels[image], First: first.PredictedClasses[image], Second: second.PredictedClasses[image]))
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
        .Select(group => new Disagreement(
            first.ClassNames[group.Key.Label], first.ClassNames[group.Key.First], first.ClassNames[group.Key.Second], group.Count(), [.. group]));
}
