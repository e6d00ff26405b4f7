using System.Collections.Concurrent;
using MlNetDigits.Images;
using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets;

/// <summary>Reads images from subfolders that are named by their label, as ML.NET's command line expects them.</summary>
internal static class LabelFolders
{
    /// <summary>What such a dataset is called.</summary>
    public const string Kind = "folder of images";

    /// <summary>Finds the images, and which folders are for training, testing and validation; null without images in subfolders.</summary>
    public static DatasetParts? Find(string folder, ImageForm form, CancellationToken cancellation)
    {
        string[] files = [.. ImageFiles.Walk(folder)];
        if (!files.Any(path => HasLabel(folder, path)))
            return null;
        SplitFolders split = SplitFolders.Find(folder, [.. files.Where(path => IsImage(folder, path))]);
        if (split.Root is { } inner)
            return Find(inner, form, cancellation);
        if (!split.IsSplit)
            return new DatasetParts(Kind) { Train = () => Read(folder, folder, files, form, cancellation) };
        return new DatasetParts(Kind) { Train = Reader(split.Train), Test = Reader(split.Test), Validation = Reader(split.Validation), Notes = split.Notes };

        Func<RawImages>? Reader(string? side) => side is null ? null : () => Read(side, folder, [.. files.Where(path => ImageFiles.Folders(folder, path) is [var first, ..] && first == Path.GetFileName(side))], form, cancellation);
    }

    private static bool IsImage(string folder, string path) => ImageFiles.IsPicture(path) && !ImageFiles.IsJunk(folder, path);

    private static bool HasLabel(string folder, string path) => IsImage(folder, path) && ImageFiles.Folders(folder, path).Length > 0;

    /// <summary>Reads what can be read, and names the rest.</summary>
    /// <param name="folder">The folder of labels.</param>
    /// <param name="dataset">The dataset that it belongs to, for names.</param>
    /// <param name="files">All files in it.</param>
    /// <param name="form">How images become 28×28.</param>
    /// <param name="cancellation">Stops reading.</param>
    private static RawImages Read(string folder, string dataset, string[] files, ImageForm form, CancellationToken cancellation)
    {
        IEnumerable<IGrouping<string, string>> labels = files.Where(path => HasLabel(folder, path)).GroupBy(path => ImageFiles.Folders(folder, path)[0]);

        // One of each class in turn, so that the first images of a dataset show all of it.
        (string Label, string File)[] rows = [.. labels.SelectMany(each => each.Select((file, place) => (Label: LabelText.Clean(each.Key), File: file, place))).OrderBy(row => row.place).Select(row => (row.Label, row.File))];
        (byte[]?[] images, int animated) = Decode([.. rows.Select(row => row.File)], form, cancellation);
        int[] good = [.. Enumerable.Range(0, rows.Length).Where(row => images[row] is not null)];
        HashSet<string> unread = [.. rows.Where((_, row) => images[row] is null).Select(row => row.File)];
        string[] leftOut = [.. files.Where(path => !HasLabel(folder, path) || unread.Contains(path))];
        var pixels = new byte[checked(good.Length * MnistView.PixelCount)];
        for (int i = 0; i < good.Length; i++)
            images[good[i]]!.CopyTo(pixels, i * MnistView.PixelCount);
        string[] frames = animated == 0 ? [] : [$"{animated} file{(animated == 1 ? " has" : "s have")} several frames or pages; the first is read."];
        return new RawImages(folder, pixels, [.. good.Select(row => rows[row].Label)], [.. Notes(folder, dataset, labels.ToLookup(each => each.All(unread.Contains), each => each.Key), leftOut), .. frames]);
    }

    private static IEnumerable<string> Notes(string folder, string dataset, ILookup<bool, string> labels, string[] leftOut)
    {
        ILookup<bool, string> pictures = leftOut.ToLookup(path => IsImage(folder, path) && !HasLabel(folder, path));
        if (ImageFiles.DescribeLeftOut(dataset, [.. pictures[false]]) is { } note)
            yield return note;
        string[] unlabelled = [.. pictures[true].Select(path => Path.GetRelativePath(dataset, path))];
        if (unlabelled.Length > 0)
            yield return $"{unlabelled.Length} image{(unlabelled.Length == 1 ? " is in no folder of a label, and is" : "s are in no folder of a label, and are")} left out: {ImageFiles.NameSome(unlabelled)}.";
        string[] damaged = [.. labels[true]], empty = [.. SplitFolders.Subfolders(folder).Select(path => Path.GetFileName(path)).Except(labels[true]).Except(labels[false])];
        if (damaged.Length > 0)
            yield return Without("images that can be read", damaged);
        if (empty.Length > 0)
            yield return Without("images", empty);
    }

    private static string Without(string what, string[] folders) =>
        $"{folders.Length} folder{(folders.Length == 1 ? " has" : "s have")} no {what}, and {(folders.Length == 1 ? "is" : "are")} left out: {ClassList.Abbreviate(folders)}.";

    /// <summary>Reads files and counts those of several frames; what is no image is null.</summary>
    private static (byte[]?[] Images, int Animated) Decode(string[] files, ImageForm form, CancellationToken cancellation)
    {
        var images = new byte[files.Length][];
        var unfit = new ConcurrentDictionary<int, string>();
        string? damage = null;
        int animated = 0;
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            GrayImage image;
            try
            {
                image = ImageDecoder.Decode(files[i]);
                if (image.Frames > 1)
                    Interlocked.Increment(ref animated);
            }
            catch (InvalidDataException error)
            {
                damage = error.Message;
                return;
            }

            try
            {
                images[i] = form.Fit(image, files[i]);
            }
            catch (InvalidDataException error)
            {
                unfit[i] = error.Message;
            }
        });
        if (!unfit.IsEmpty)
            throw Unfit(files, unfit);
        return Array.TrueForAll(images, image => image is null) ? throw new InvalidDataException($"None of {files.Length} images can be read, such as: {damage}") : (images, animated);
    }

    private static InvalidDataException Unfit(string[] files, ConcurrentDictionary<int, string> failures)
    {
        string first = failures.MinBy(failure => failure.Key).Value;
        return new InvalidDataException(failures.Count == 1 ? $"1 of {files.Length} images cannot be used: {first}" : $"{failures.Count} of {files.Length} images cannot be used, the first: {first} The others are {ClassList.Abbreviate([.. failures.OrderBy(failure => failure.Key).Skip(1).Select(failure => $"'{files[failure.Key]}'")])}.");
    }
}
