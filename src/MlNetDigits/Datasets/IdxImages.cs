using System.Globalization;
using MlNetDigits.Idx;
using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets;

/// <summary>Reads an IDX file of 28×28 images and the labels beside it.</summary>
internal static class IdxImages
{
    private const int Side = 28;

    /// <summary>Whether a file begins as IDX images do, gzipped or not.</summary>
    public static bool IsImages(string path) => Begins(path, [0, 0, 8, 3]);

    /// <summary>Whether a file begins as IDX labels do, gzipped or not.</summary>
    public static bool IsLabels(string path) => Begins(path, [0, 0, 8, 1]);

    private static bool Begins(string path, ReadOnlySpan<byte> expected)
    {
        Span<byte> magic = stackalloc byte[4];
        try
        {
            using Stream stream = IdxReader.Open(path);
            return stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4 && magic.SequenceEqual(expected);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Reads images and labels.</summary>
    /// <param name="path">The file of images; that of labels has <c>labels-idx1</c> in place of <c>images-idx3</c>.</param>
    /// <param name="transpose">Whether rows and columns are exchanged; null: when the file is called like EMNIST's.</param>
    /// <exception cref="FileNotFoundException">There are no labels.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or they do not fit each other.</exception>
    public static RawImages Read(string path, bool? transpose)
    {
        RawImages images = ReadImages(path, transpose);
        string labelsPath = LabelsPath(path);
        IdxArray labels = IdxReader.ReadLabels(labelsPath);
        int count = images.Pixels.Length / MnistView.PixelCount;
        if (labels.Count != count)
            throw new InvalidDataException($"'{path}' has {count} images, but '{labelsPath}' has {labels.Count} labels. Get the two files that belong together.");
        IReadOnlyDictionary<int, string> names = IdxClassNames.Find(path);
        return images with { Labels = Array.ConvertAll(labels.Data, label => names.TryGetValue(label, out string? name) ? name : label.ToString(CultureInfo.InvariantCulture)) };
    }

    /// <summary>Reads images alone.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or its images are not 28×28.</exception>
    public static RawImages ReadImages(string path, bool? transpose)
    {
        IdxArray images = IdxReader.ReadImages(path);
        if (images.Dimensions[1] != Side || images.Dimensions[2] != Side)
            throw new InvalidDataException($"'{path}' has images of {images.Dimensions[1]}x{images.Dimensions[2]} pixels, but 28x28 are needed. Resize them, or export them to a folder of images.");
        return new RawImages(path, images.Data, null, [.. BinaryPixels.Apply(images.Data), .. Orientation.Apply(images.Data, path, transpose)]);
    }

    private static string LabelsPath(string path)
    {
        string folder = Path.GetDirectoryName(path) ?? "", name = Path.GetFileName(path);
        string labels = name.Replace("images", "labels", StringComparison.OrdinalIgnoreCase).Replace("idx3", "idx1", StringComparison.OrdinalIgnoreCase);
        string bare = labels.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? labels[..^3] : labels;
        return labels == name ? throw new FileNotFoundException($"The labels of '{path}' cannot be found: its name has no 'images' to put 'labels' for. Rename the files to …images-idx3-ubyte and …labels-idx1-ubyte.")
            : new[] { bare, bare + ".gz" }.Select(candidate => Path.Combine(folder, candidate)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"'{path}' has no labels beside it: '{Path.Combine(folder, bare)}' is missing, raw and with .gz. Put it there.");
    }
}
