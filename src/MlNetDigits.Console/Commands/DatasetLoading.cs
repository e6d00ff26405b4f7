using Microsoft.ML;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Mnist;

namespace MlNetDigits.Console.Commands;

/// <summary>Loads a dataset for a command, with progress and remarks on standard error.</summary>
internal static class DatasetLoading
{
    /// <summary>Loads images to train on and to test with; the default is MNIST, found or downloaded.</summary>
    public static ImageDataset Load(Terminal terminal, DatasetSettings settings, CancellationToken cancellation) => Load(terminal, settings, isForEvaluation: false, cancellation);

    /// <summary>Loads the images that a command measures on, and the dataset that they are of: its test images, or those to train on.</summary>
    /// <remarks>With a test dataset alone there is nothing to split: all its images count, and there is no dataset.</remarks>
    public static (LabelledImageView Images, ImageDataset? Dataset) LoadForEvaluation(Terminal terminal, DatasetSettings settings, bool isTrain, CancellationToken cancellation)
    {
        if (settings.Path is null && settings.TestPath is not null && !isTrain)
        {
            LabelledImageView images = Read(terminal, settings, options => new MLContext().Data.LoadTestImages(options, cancellation));
            Tell(terminal, images.Notes);
            return (images, null);
        }

        ImageDataset dataset = Load(terminal, settings, isForEvaluation: true, cancellation);
        return (isTrain ? dataset.Train : dataset.Test, dataset);
    }

    private static ImageDataset Load(Terminal terminal, DatasetSettings settings, bool isForEvaluation, CancellationToken cancellation)
    {
        ImageDataset dataset = Read(terminal, settings, options => new MLContext().Data.LoadImageDataset(options with { IsForEvaluation = isForEvaluation }, cancellation));
        Tell(terminal, dataset.Notes);
        if (!settings.IsMnist)
            terminal.Error.WriteLine($"dataset: {Describe(dataset)}");
        return dataset;
    }

    private static void Tell(Terminal terminal, IEnumerable<string> notes)
    {
        foreach (string note in notes)
            terminal.Error.WriteLine($"dataset: {note}");
    }

    private static string Describe(ImageDataset dataset)
    {
        (LabelledImageView? View, string Purpose)[] sides =
        [
            (dataset.Train.Count > 0 ? dataset.Train : null, "to train on"),
            (dataset.Validation, "to choose the best epoch with (its own validation images)"),
            (dataset.Test, $"to test with ({dataset.TestOrigin})"),
        ];
        IEnumerable<string> counts = sides.Where(side => side.View is not null).Select((side, place) => $"{Format.Count(side.View!.Count)} {(place == 0 ? "images " : string.Empty)}{side.Purpose}");
        return $"{string.Join(", ", counts)}, {dataset.ClassNames.Count} {(dataset.ClassNames.Count == 1 ? "class" : "classes")}";
    }

    private static T Read<T>(Terminal terminal, DatasetSettings settings, Func<ImageDatasetOptions, T> load)
    {
        var progress = new DownloadDisplay(terminal.Error, isInPlace: terminal.IsInteractive && !System.Console.IsErrorRedirected, TimeProvider.System);
        ImageDatasetOptions options = settings.ToOptions(new MnistOptions { Folder = settings.Data, Progress = progress });
        T result = Waiting.Run(terminal, settings.IsMnist ? "reading MNIST" : "reading the images", () => load(options), hasDisplay: true);
        progress.Finish();
        return result;
    }
}
