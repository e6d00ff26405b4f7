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
    public static ImageDataset Load(Terminal terminal, DatasetSettings settings, CancellationToken cancellation)
    {
        ImageDataset dataset = Read(terminal, settings, options => new MLContext().Data.LoadImageDataset(options, cancellation));
        foreach (string note in dataset.Notes)
            terminal.Error.WriteLine($"dataset: {note}");
        if (!settings.IsMnist)
            terminal.Error.WriteLine($"dataset: {Format.Count(dataset.Train.Count)} images to train on, {Format.Count(dataset.Test.Count)} to test with ({dataset.TestOrigin}), {dataset.ClassNames.Count} classes");
        return dataset;
    }

    /// <summary>Loads the images that a command measures on: the test images, or those to train on.</summary>
    /// <remarks>With a test dataset alone there is nothing to split, and all its images count.</remarks>
    public static LabelledImageView LoadForEvaluation(Terminal terminal, DatasetSettings settings, bool isTrain, CancellationToken cancellation)
    {
        if (settings.Path is null && settings.TestPath is not null && !isTrain)
            return Read(terminal, settings, options => new MLContext().Data.LoadTestImages(options, cancellation));
        ImageDataset dataset = Load(terminal, settings, cancellation);
        return isTrain ? dataset.Train : dataset.Test;
    }

    /// <summary>Loads the images that a command measures on, with those to train on where the dataset has them.</summary>
    public static (LabelledImageView Images, LabelledImageView? Training) LoadWithTraining(Terminal terminal, DatasetSettings settings, bool isTrain, CancellationToken cancellation)
    {
        if (settings.Path is null && settings.TestPath is not null && !isTrain)
            return (LoadForEvaluation(terminal, settings, isTrain, cancellation), null);
        ImageDataset dataset = Load(terminal, settings, cancellation);
        return (isTrain ? dataset.Train : dataset.Test, dataset.Train);
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
