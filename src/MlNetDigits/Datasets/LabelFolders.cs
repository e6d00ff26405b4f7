using System.Collections.Concurrent;
using MlNetDigits.Images;
using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets;

/// <summary>Reads images from subfolders that are named by their label, as ML.NET's command line expects them.</summary>
internal static class LabelFolders
{
    /// <summary>What such a dataset is called.</summary>
    public const string Kind = "folder of images";

    private static readonly string[] TrainNames = ["train", "training"];
    private static readonly string[] TestNames = ["test", "testing"];
    private static readonly HashSet<string> Extensions = new([".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".pbm", ".pgm", ".ppm", ".pnm", ".pam"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the subfolders; those of <c>train</c> and <c>test</c> where there are such.</summary>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public static DatasetParts Find(string folder, ImageNormalization normalization, CancellationToken cancellation)
    {
        string[] subfolders = Subfolders(folder);
        string? train = Named(subfolders, TrainNames), test = Named(subfolders, TestNames);
        if (train is not null && test is not null && Subfolders(train).Length > 0 && Subfolders(test).Length > 0)
            return new DatasetParts(Kind, () => Read(train, normalization, cancellation), () => Read(test, normalization, cancellation));
        if (subfolders.Length == 0)
        {
            throw new InvalidDataException(Directory.EnumerateFiles(folder).Any(IsImage)
                ? $"'{folder}' has images, but no subfolders. Put them into one subfolder per label, named by the label."
                : $"'{folder}' is empty: it has neither subfolders of images nor IDX files. Name a folder with one subfolder per label.");
        }

        return new DatasetParts(Kind, () => Read(folder, normalization, cancellation), null);
    }

    /// <summary>Whether a file is an image by its name.</summary>
    public static bool IsImage(string path) => Extensions.Contains(Path.GetExtension(path)) && !Path.GetFileName(path).StartsWith('.');

    private static RawImages Read(string folder, ImageNormalization normalization, CancellationToken cancellation)
    {
        int others = 0;
        var labels = new List<(string Label, string[] Files)>();
        foreach (string subfolder in Subfolders(folder))
        {
            string[] files = [.. Directory.EnumerateFiles(subfolder).Order(StringComparer.Ordinal)], images = [.. files.Where(IsImage)];
            others += files.Length - images.Length;
            if (images.Length == 0)
                throw new InvalidDataException($"'{subfolder}' has no images ({string.Join(", ", Extensions)}). Add some for this label, or remove the folder.");
            labels.Add((LabelText.Clean(Path.GetFileName(subfolder)), images));
        }

        // One of each class in turn, so that the first images of a dataset show all of it.
        (string Label, string File)[] rows = [.. labels.SelectMany(each => each.Files.Select((file, place) => (each.Label, File: file, place))).OrderBy(row => row.place).Select(row => (row.Label, row.File))];
        (byte[] pixels, int animated) = Decode([.. rows.Select(row => row.File)], normalization, cancellation);
        List<string> notes = [];
        if (others > 0)
            notes.Add($"{others} file{(others == 1 ? " is" : "s are")} no image by name and left out.");
        if (animated > 0)
            notes.Add($"{animated} file{(animated == 1 ? " has" : "s have")} several frames or pages; the first is read.");
        return new RawImages(folder, pixels, [.. rows.Select(row => row.Label)], [.. notes]);
    }

    private static (byte[] Pixels, int Animated) Decode(string[] files, ImageNormalization normalization, CancellationToken cancellation)
    {
        var pixels = new byte[checked(files.Length * MnistView.PixelCount)];
        int animated = 0;
        var failures = new ConcurrentDictionary<int, string>();
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            try
            {
                GrayImage image = ImageDecoder.Decode(files[i]);
                if (image.Frames > 1)
                    Interlocked.Increment(ref animated);
                ImageFitting.Fit(image, normalization, files[i]).CopyTo(pixels, i * MnistView.PixelCount);
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                failures[i] = error.Message;
            }
        });
        if (failures.IsEmpty)
            return (pixels, animated);
        string first = failures.MinBy(failure => failure.Key).Value;
        throw new InvalidDataException(failures.Count == 1 ? $"1 of {files.Length} images cannot be used: {first}" : $"{failures.Count} of {files.Length} images cannot be used, the first: {first} The others are {ClassList.Abbreviate([.. failures.OrderBy(failure => failure.Key).Skip(1).Select(failure => $"'{files[failure.Key]}'")])}.");
    }

    private static string[] Subfolders(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal)];

    private static string? Named(string[] folders, string[] names) => folders.FirstOrDefault(path => names.Contains(Path.GetFileName(path), StringComparer.OrdinalIgnoreCase));
}
