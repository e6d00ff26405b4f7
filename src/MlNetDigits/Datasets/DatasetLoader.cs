using System.Globalization;
using Microsoft.ML;
using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets;

/// <summary>Makes views of what a dataset's path holds: orders classes, splits, and checks that the sides fit.</summary>
internal sealed class DatasetLoader(DataOperationsCatalog catalog, ImageDatasetOptions options, CancellationToken cancellation)
{
    private readonly DatasetSource _source = new(options, cancellation);

    public ImageDataset Load()
    {
        bool isMnist = IsMnist(options.Path);
        if (isMnist && options.TestPath is null)
            return Mnist(catalog.LoadMnist(options.Mnist, cancellation));
        if (isMnist)
        {
            ImageDataset mnist = Mnist(catalog.LoadMnist(options.Mnist, cancellation));
            RawImages own = TestRaw(options.TestPath!);
            return mnist with { Test = WithClasses(own, mnist.ClassNames), TestOrigin = $"of '{options.TestPath}'", Notes = [.. mnist.Notes.Concat(own.Notes).Distinct()] };
        }

        DatasetParts parts = _source.Find(options.Path);
        RawImages? all = parts.Train?.Invoke(), validation = parts.Validation?.Invoke();
        RawImages? test = options.TestPath is { } path ? TestRaw(path) : parts.Test?.Invoke();
        IReadOnlyList<string> notes = [.. ((string[])[.. parts.Notes, .. all?.Notes ?? [], .. validation?.Notes ?? [], .. test?.Notes ?? []]).Distinct()];
        if (options.TestPath is null && all is not null && test is { Labels: null })
        {
            notes = [.. notes, $"'{test.Path}' has images without labels, which 'predict' takes; they are left out."];
            test = null;
        }

        ImageDataset dataset = Load(parts, all, validation, test);
        return dataset with { Notes = [.. notes, .. dataset.Notes] };
    }

    /// <summary>Loads the images to test with alone.</summary>
    public LabelledImageView LoadTest()
    {
        RawImages raw = TestRaw(options.TestPath ?? throw new ArgumentException("There is no TestPath. Name the images to test with."));
        string[] names = ClassList.Of(Labels(raw));
        return View(raw with { Notes = [.. raw.Notes, .. Nested(raw.Path, names)] }, Labels(raw), names);
    }

    private ImageDataset Load(DatasetParts parts, RawImages? all, RawImages? validation, RawImages? test)
    {
        RawImages first = all ?? (options.IsForEvaluation ? test ?? validation : null)
            ?? throw new InvalidDataException($"'{options.Path}' has images to test or to validate with, but none to train on. Put those beside them, or give it as --test-dataset.");
        RawImages[] known = options.IsForEvaluation ? [.. new[] { all, validation, test }.OfType<RawImages>()] : [first];
        string[] names = ClassList.Of(known.SelectMany(Labels));
        if (names.Length == 1 && !options.IsForEvaluation)
            throw new InvalidDataException($"All {Labels(first).Length} images of '{first.Path}' have the label '{names[0]}', but at least 2 classes are needed. Add images of others.{string.Concat(((string[])[.. parts.Notes, .. first.Notes, .. Nested(first.Path, names)]).Select(note => " " + note))}");
        LabelledImageView train = View(first, Labels(first), names);
        var dataset = new ImageDataset
        {
            Name = options.Path, Kind = parts.Kind, Train = train, Test = train, TestOrigin = "its own",
            Validation = validation is null ? null : WithClasses(validation, names),
            Notes = Nested(first.Path, names),
            Normalization = options.Normalization ?? (parts.Kind == LabelFolders.Kind ? ImageNormalization.Resize : ImageFitting.Recognize(train.Pixels.Span)),
        };
        if (all is null)
            return dataset with { Train = train.Select([]), Validation = test is null ? null : dataset.Validation };
        if (test is not null)
            return dataset with { Test = WithClasses(test, names), TestOrigin = options.TestPath is null ? "its own" : $"of '{options.TestPath}'" };
        (LabelledImageView rest, LabelledImageView share, string[] notes) = StratifiedSplit.Run(train, options.TestFraction, options.SplitSeed, options.Path, options.IsForEvaluation);
        string origin = string.Create(CultureInfo.InvariantCulture, $"{options.TestFraction * 100:0.##} % of each class, chosen with seed {options.SplitSeed}");
        return dataset with { Train = rest, Test = share, TestOrigin = origin, Notes = [.. dataset.Notes, .. notes] };
    }

    private ImageDataset Mnist(MnistData mnist)
    {
        (LabelledImageView train, LabelledImageView test) = (Mnist(mnist.Train), Mnist(mnist.Test));
        return new()
        {
            Name = ImageDatasetOptions.MnistName,
            Kind = "MNIST",
            Train = train,
            Test = test,
            TestOrigin = "its own",
            Notes = train.Notes,
            Normalization = ImageNormalization.Digit,
            Mnist = mnist,
        };
    }

    /// <summary>One side of MNIST, inverted where dark ink is wanted.</summary>
    private LabelledImageView Mnist(MnistView side)
    {
        var images = LabelledImageView.From(side);
        if (options.Polarity != ImagePolarity.DarkInk)
            return images;
        byte[] pixels = images.Pixels.ToArray();
        string[] notes = Inversion.Apply(pixels, options.Form);
        return new LabelledImageView(pixels, images.Classes.ToArray(), images.ClassNames) { Notes = notes };
    }

    private static bool IsMnist(string path) => path.Equals(ImageDatasetOptions.MnistName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the only label's folder has several subfolders, those may be the labels.</summary>
    private static string[] Nested(string path, string[] names) =>
        names.Length == 1 && Path.Combine(path, names[0]) is var folder && Directory.Exists(folder) && SplitFolders.Subfolders(folder).Length > 1 ? [$"If the subfolders of '{folder}' are the labels, name it instead."] : [];

    private static LabelledImageView WithClasses(RawImages raw, IReadOnlyList<string> names)
    {
        string[] labels = Labels(raw);
        View(raw, labels, ClassList.Of(labels)).RequireKnown(names, "The training data");
        return View(raw, labels, names);
    }

    private static LabelledImageView View(RawImages raw, string[] labels, IReadOnlyList<string> names)
    {
        Dictionary<string, int> places = names.Index().ToDictionary(each => each.Item, each => each.Index);
        return new LabelledImageView(raw.Pixels, Array.ConvertAll(labels, label => places[label]), names) { Notes = raw.Notes };
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
            return Inversion.Apply(new RawImages(path, test.Pixels.ToArray(), [.. test.Labels.ToArray().Select(label => label.ToString(CultureInfo.InvariantCulture))]), options.Form);
        }

        DatasetParts parts = _source.Find(path);
        RawImages raw = (parts.Test ?? parts.Train ?? parts.Validation)!();
        return raw with { Notes = [.. parts.Notes, .. raw.Notes] };
    }
}
