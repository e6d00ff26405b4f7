using MlNetDigits.Datasets;

namespace MlNetDigits.Evaluation;

/// <summary>Says which figures have no meaning for lack of images.</summary>
internal static class EvaluationNotes
{
    public static string[] Of(IReadOnlyList<ClassReport> classes)
    {
        string[] absent = [.. classes.Where(each => each.Images == 0).Select(each => each.Name)], present = [.. classes.Where(each => each.Images > 0).Select(each => each.Name)];
        if (absent.Length == 0)
            return [];
        string missing = $"No image is of {ClassList.Abbreviate(absent)} ({absent.Length} of {classes.Count} classes): they have no recall, F1 and log-loss, and means are over the other classes.";
        return present.Length != 1 ? [missing]
            : [missing, $"All images are of the class {present[0]}: there is no log-loss reduction, which compares with guessing among classes."];
    }
}
