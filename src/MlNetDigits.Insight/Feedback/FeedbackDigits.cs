using MlNetDigits.Idx;
using MlNetDigits.Mnist;

namespace MlNetDigits.Feedback;

/// <summary>Turns stored feedback into digits to train on, to evaluate with, and to give away.</summary>
public static class FeedbackDigits
{
    /// <summary>Name of the exported images' file.</summary>
    public const string ImagesName = "feedback-images-idx3-ubyte";

    /// <summary>Name of the exported labels' file.</summary>
    public const string LabelsName = "feedback-labels-idx1-ubyte";

    /// <summary>Makes a view with the columns that MNIST has.</summary>
    /// <param name="entries">Stored digits.</param>
    /// <returns>The digits in the same order, with their true labels.</returns>
    public static MnistView ToView(this IReadOnlyList<FeedbackEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new MnistView([.. entries.SelectMany(entry => entry.Pixels)], [.. entries.Select(entry => (byte)entry.Label)]);
    }

    /// <summary>Joins two sets of digits, the second after the first.</summary>
    /// <param name="first">Digits, such as MNIST's.</param>
    /// <param name="second">More digits.</param>
    /// <returns>All of them.</returns>
    public static MnistView Append(this MnistView first, MnistView second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new MnistView([.. first.Pixels.Span, .. second.Pixels.Span], [.. first.Labels.Span, .. second.Labels.Span]);
    }

    /// <summary>Writes images and labels as MNIST's two IDX files.</summary>
    /// <param name="entries">Stored digits.</param>
    /// <param name="folder">The folder to write to; it is made if need be.</param>
    public static void WriteIdx(this IReadOnlyList<FeedbackEntry> entries, string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var view = entries.ToView();
        Directory.CreateDirectory(folder);
        IdxWriter.Write(Path.Combine(folder, ImagesName), new IdxArray(view.Pixels.ToArray(), view.Count, 28, 28));
        IdxWriter.Write(Path.Combine(folder, LabelsName), new IdxArray(view.Labels.ToArray(), view.Count));
    }
}
