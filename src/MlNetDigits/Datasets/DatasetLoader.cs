using System.Globalization;
using Microsoft.ML;
using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets;

/// <summary>Makes views of what a dataset's path holds: orders classes, splits, and checks that the sides fit.</summary>
internal sealed class DatasetLoader(DataOperationsCatalog catalog, ImageDatasetOptions options, CancellationToken cancellation)
{
    public ImageDataset Load()
    {
        bool isMnist = IsMnist(options.Path);
        if (isMnist && options.TestPath is null)
            return Mnist(catalog.LoadMnist(options.Mnist, cancellation));
        if (isMnist)
        {
            ImageDataset mnist = Mnist(catalog.LoadMnist(options.Mnist, cancellation));
            return mnist with { Test = WithClasses(TestRaw(options.TestPath!), mnist.ClassNames), TestOrigin = $"of '{options.TestPath}'" };
        }

        DatasetParts parts = DatasetSource.Find(options.Path, options, cancellation);
        RawImages all = parts.Train?.Invoke() ?? throw new InvalidDataException($"'{options.Path}' has images to test with, but none to train on. Put the training images beside them, or give it as test dataset.");
        LabelledImageView train = WithOwnClasses(all);
        var dataset = new ImageDataset
        {
            Name = options.Path, Kind = parts.Kind, Train = train, Test = train, TestOrigin = "", Notes = all.Notes,
            Normalization = options.Normalization ?? (parts.Kind == LabelFolders.Kind ? ImageNormalization.Resize : ImageFitting.Recognize(train.Pixels.Span)),
        };
        if (options.TestPath is { } testPath)
        {
            RawImages test = TestRaw(testPath);
            return dataset with { Test = WithClasses(test, train.ClassNames), TestOrigin = $"of '{testPath}'", Notes = [.. all.Notes, .. test.Notes.Except(all.Notes)] };
        }

        if (parts.Test is { } own)
            return dataset with { Test = WithClasses(own(), train.ClassNames), TestOrigin = "its own" };
        (LabelledImageView rest, LabelledImageView share, string[] notes) = StratifiedSplit.Run(train, options.TestFraction, options.SplitSeed, options.Path);
        string origin = string.Create(CultureInfo.InvariantCulture, $"{options.TestFraction * 100:0.##} % of each class, chosen with seed {options.SplitSeed}");
        return dataset with { Train = rest, Test = share, TestOrigin = origin, Notes = [.. all.Notes, .. notes] };
    }

    public LabelledImageView LoadTest() => WithOwnClasses(TestRaw(options.TestPath ?? throw new ArgumentException("There is no TestPath. Name the images to test with.")));

    private static ImageDataset Mnist(MnistData mnist) => new()
    {
        Name = ImageDatasetOptions.MnistName,
        Kind = "MNIST",
        Train = LabelledImageView.From(mnist.Train),
        Test = LabelledImageView.From(mnist.Test),
        TestOrigin = "its own",
        Normalization = ImageNormalization.Digit,
        Mnist = mnist,
    };

    private static bool IsMnist(string path) => path.Equals(ImageDatasetOptions.MnistName, StringComparison.OrdinalIgnoreCase);

    private static LabelledImageView WithOwnClasses(RawImages raw)
    {
        string[] labels = Labels(raw), names = ClassList.Of(labels);
        if (names.Length == 1)
            throw new InvalidDataException($"All {labels.Length} images of '{raw.Path}' have the label '{names[0]}', but at least 2 classes are needed. Add images of others.");
        return View(raw, labels, names);
    }

    private static LabelledImageView WithClasses(RawImages raw, IReadOnlyList<string> names)
    {
        LabelledImageView own = WithOwnClasses(raw);
        own.RequireKnown(names, "The training data");
        return View(raw, Labels(raw), names);
    }

    private static LabelledImageView View(RawImages raw, string[] labels, IReadOnlyList<string> names)
    {
        Dictionary<string, int> places = names.Index().ToDictionary(each => each.Item, each => each.Index);
        return new LabelledImageView(raw.Pixels, Array.ConvertAll(labels, label => places[label]), names);
    }

    private static string[] Labels(RawImages raw)
    {
        if (raw.Pixels.Length == 0)
            throw new InvalidDataException($"'{raw.Path}' has no images. Add some, or name another dataset.");
        return raw.Labels ?? throw new InvalidDataException($"'{raw.Path}' has images without labels, which 'predict' takes. Give labelled images here.");
    }

    private RawImages TestRaw(string path)
    {
        if (IsMnist(path))
        {
            MnistView test = catalog.LoadMnist(options.Mnist, cancellation).Test;
            return new RawImages(path, test.Pixels.ToArray(), [.. test.Labels.ToArray().Select(label => label.ToString(CultureInfo.InvariantCulture))]);
        }

        DatasetParts parts = DatasetSource.Find(path, options, cancellation);
        return (parts.Test ?? parts.Train)!();
    }
}
