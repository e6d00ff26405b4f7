using MlNetDigits.Console.Hosting;
using MlNetDigits.Datasets;

namespace MlNetDigits.Console.Commands;

/// <summary>Tells what a training cannot do with classes of few images, in words of the command line.</summary>
internal static class RareClasses
{
    private const int Named = 5;

    /// <summary>Requires images of two classes at least, and some to validate with.</summary>
    /// <param name="train">Images to train on, those for validation among them.</param>
    /// <param name="validationFraction">Share of each class for validation; null for none.</param>
    /// <param name="limit">What <c>--limit</c> says.</param>
    /// <exception cref="UserError">There are too few.</exception>
    public static void RequireTrainable(LabelledImageView train, float? validationFraction, int? limit)
    {
        int[] counts = train.CountClasses();
        if (counts.Count(count => count > 0) < 2)
        {
            string mend = limit is null ? "give images of others too with --dataset" : $"raise --limit {limit}, or leave it out";
            throw new UserError($"All {train.Count} images to train on are of class '{train.ClassNames[train.Classes.Span[0]]}', but training needs at least 2 classes; {mend}.");
        }

        if (validationFraction is { } fraction && counts.All(count => Validated(count, fraction) == 0))
            throw new UserError(FormattableString.Invariant($"--validation-fraction {fraction} of each class's few images, {counts.Max()} at most, is none; give more images, a larger share, or --validation-fraction 0 to train without validation."));
    }

    /// <summary>Warns of classes without images to train on, to validate with or to test with.</summary>
    /// <param name="dataset">Images to train on, those for validation among them unless they come apart, and to test with.</param>
    /// <param name="validationFraction">Share of each class for validation; null for none.</param>
    /// <param name="limit">What <c>--limit</c> says.</param>
    public static IEnumerable<string> Warnings(ImageDataset dataset, float? validationFraction, int? limit)
    {
        (LabelledImageView train, LabelledImageView test) = (dataset.Train, dataset.Test);
        int[] trained = train.CountClasses(), tested = test.CountClasses(), validated = dataset.Validation?.CountClasses() ?? [];
        if (List(train, trained, count => count == 0) is { } missing)
            yield return $"there is no image to train on of {missing}{(limit is null ? "" : $" among the first {limit} that --limit takes")}; the model will not learn {Them(trained, 0)}.";
        if (validationFraction is { } fraction)
        {
            if (List(train, trained, count => count > 0 && Validated(count, fraction) == 0) is { } few)
                yield return FormattableString.Invariant($"too few images to validate and calibrate with --validation-fraction {fraction}: {few}. All of them are to train on.");
        }

        if (List(train, validated, count => count == 0) is { } unvalidated)
            yield return $"the dataset's own validation images have none of {unvalidated}; they choose the epoch and calibrate without {Them(validated, 0)}.";
        if (List(test, tested, count => count == 0) is { } untested)
            yield return $"there is no image to test with of {untested}; the test figures do not count {Them(tested, 0)}.";
    }

    /// <summary>The error of folds of which one cannot be trained on.</summary>
    public static UserError TooFewFor(int folds, LabelledImageView images, Exception cause)
    {
        (int place, int count) = images.CountClasses().Index().Where(each => each.Item > 0).MinBy(each => each.Item);
        return new UserError($"In one of --folds {folds} there are too few images to train and validate with, as '{images.ClassNames[place]}' has {count} of {images.Count}; give more images of the rare classes, or another --seed.", cause);
    }

    /// <summary>Images that the trainer holds out of a class: a rounded share, but never the last one.</summary>
    private static int Validated(int count, float fraction) => Math.Min((int)Math.Round(count * (double)fraction), Math.Max(0, count - 1));

    private static string Them(int[] counts, int wanted) => counts.Count(count => count == wanted) == 1 ? "it" : "them";

    private static string? List(LabelledImageView view, int[] counts, Func<int, bool> isMeant)
    {
        string[] names = [.. counts.Index().Where(each => isMeant(each.Item)).Select(each =>
            each.Item == 0 ? $"'{view.ClassNames[each.Index]}'" : $"'{view.ClassNames[each.Index]}' ({each.Item} image{(each.Item == 1 ? "" : "s")})")];
        return names.Length == 0 ? null : string.Join(", ", names.Take(Named)) + (names.Length > Named ? $" and {names.Length - Named} more" : "");
    }
}
