using System.CommandLine;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Feedback;

namespace MlNetDigits.Console.Commands;

/// <summary>Reads corrected digits for a command.</summary>
internal static class FeedbackLoading
{
    /// <summary>Creates the option of a file of corrected digits.</summary>
    public static Option<string?> Option(string purpose) => new("--feedback")
    {
        Description = $"{purpose}: the SQLite file in which the web service keeps feedback.",
        HelpName = "file",
    };

    /// <summary>Reads a file's digits with their true labels.</summary>
    public static LabelledImageView Read(string path)
    {
        IReadOnlyList<FeedbackEntry> entries = FeedbackStore.OpenExisting(path).Read();
        return entries.Count > 0
            ? LabelledImageView.From(entries.ToView())
            : throw new UserError($"The feedback file '{path}' has no digits yet; correct some on the web page first.");
    }

    /// <summary>Puts a file's digits before the training images, so that a limit keeps them.</summary>
    public static ImageDataset AddTo(ImageDataset dataset, Terminal terminal, string? path)
    {
        if (path is null)
            return dataset;
        LabelledImageView feedback = Read(path);
        feedback.RequireKnown(dataset.ClassNames, "The dataset");
        terminal.Error.WriteLine($"feedback: {Format.Count(feedback.Count)} corrected digits to train on too");
        int[] classes = [.. feedback.ClassNames.Select(name => dataset.ClassNames.ToList().IndexOf(name))];
        return dataset with
        {
            Train = new LabelledImageView(
                [.. feedback.Pixels.Span, .. dataset.Train.Pixels.Span],
                [.. feedback.Classes.ToArray().Select(index => classes[index]), .. dataset.Train.Classes.Span],
                dataset.ClassNames),
        };
    }
}
