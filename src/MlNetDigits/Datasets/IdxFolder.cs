namespace MlNetDigits.Datasets;

/// <summary>Finds IDX files by the names that MNIST gave them and others kept: train- and t10k- or test-images.</summary>
/// <param name="Train">Path of the images to train on, or null.</param>
/// <param name="Test">Path of the images to test with, or null.</param>
internal sealed record IdxFolder(string? Train, string? Test)
{
    private static readonly string[] Endings = ["images-idx3-ubyte", "images.idx3-ubyte", "images-idx3-ubyte.gz", "images.idx3-ubyte.gz"];

    /// <summary>Looks into a folder; null when it has no IDX images.</summary>
    /// <exception cref="InvalidDataException">It has several sets.</exception>
    public static IdxFolder? Find(string folder)
    {
        string[] images = [.. Directory.EnumerateFiles(folder).Where(IsImageName).Order(StringComparer.Ordinal)];
        if (images.Length == 0)
            return null;
        string? train = Only(folder, images, name => name.Contains("train", StringComparison.OrdinalIgnoreCase));
        string? test = Only(folder, images, name => name.Contains("t10k", StringComparison.OrdinalIgnoreCase) || name.Contains("test", StringComparison.OrdinalIgnoreCase));
        return train is null && test is null
            ? throw new InvalidDataException($"'{folder}' has IDX files, but none called train-images-idx3-ubyte or t10k-images-idx3-ubyte. Rename them, or name a file of images: '{images[0]}'.")
            : new IdxFolder(train, test);
    }

    /// <summary>Whether a file is called like IDX images.</summary>
    public static bool IsImageName(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Name of a file once it is unpacked.</summary>
    public static string WithoutGz(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;

    private static string? Only(string folder, string[] images, Func<string, bool> isWanted)
    {
        string[] found = [.. images.Where(path => isWanted(Path.GetFileName(path)))];

        // Raw and gzipped copies of one file are one; the raw one is faster.
        string[] sets = [.. found.GroupBy(WithoutGz).Select(copies => copies.MinBy(path => path.Length)!)];
        return sets.Length < 2 ? sets.FirstOrDefault()
            : throw new InvalidDataException($"'{folder}' has several sets of images: {string.Join(", ", sets.Select(Path.GetFileName))}. Name one of these files instead of the folder.");
    }
}
