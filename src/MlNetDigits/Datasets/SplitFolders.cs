namespace MlNetDigits.Datasets;

/// <summary>Which subfolders of a dataset are for training, testing and validation, each with folders of labels.</summary>
internal sealed record SplitFolders
{
    private static readonly string[] TrainNames = ["train", "training"], TestNames = ["test", "testing"], ValidationNames = ["valid", "validation", "val"];

    public string? Train { get; private init; }

    public string? Test { get; private init; }

    public string? Validation { get; private init; }

    /// <summary>Whether there are such folders; else all subfolders are labels.</summary>
    public bool IsSplit => (Train ?? Test ?? Validation) is not null;

    /// <summary>The only subfolder with images, where such folders lie in it; else null.</summary>
    public string? Root { get; private init; }

    /// <summary>What is left out, in whole sentences.</summary>
    public string[] Notes { get; private init; } = [];

    /// <summary>Looks at a folder.</summary>
    /// <param name="folder">The dataset's folder.</param>
    /// <param name="images">All images in it and below it.</param>
    public static SplitFolders Find(string folder, string[] images)
    {
        string[] filled = [.. images.Select(path => ImageFiles.Folders(folder, path)).Where(folders => folders.Length > 0).Select(folders => folders[0]).Distinct()];
        string[] withLabels = [.. images.Select(path => ImageFiles.Folders(folder, path)).Where(folders => folders.Length > 1).Select(folders => folders[0]).Distinct()];
        string? train = Named(withLabels, TrainNames), test = Named(withLabels, TestNames), validation = Named(withLabels, ValidationNames);
        string[] sides = [.. new[] { train, test, validation }.OfType<string>()];

        // Beside real sides, 'test' without folders of labels has images to predict, and is no label either.
        string[] unlabelled = [.. filled.Except(sides).Where(name => Named([name], [.. TrainNames, .. TestNames, .. ValidationNames]) is not null)];
        string[] labels = [.. filled.Except(sides).Except(unlabelled)];
        bool isSplit = sides.Length > 0 && (labels.Length == 0 || (train is not null && sides.Length > 1));
        if (isSplit)
        {
            string[] left = [.. unlabelled, .. labels];
            string[] notes = left.Length == 0 ? [] : [$"Beside {string.Join(" and ", sides)}, the images of {ClassList.Abbreviate(left)} are left out."];
            return new SplitFolders { Train = Full(train), Test = Full(test), Validation = Full(validation), Notes = notes };
        }

        return filled.Length == 1 && withLabels.Length == 1 && Subfolders(Path.Combine(folder, filled[0])) is var inner && Named([.. inner.Select(path => Path.GetFileName(path))], [.. TrainNames, .. TestNames, .. ValidationNames]) is not null
            ? new SplitFolders { Root = Path.Combine(folder, filled[0]) }
            : new SplitFolders();

        string? Full(string? name) => name is null ? null : Path.Combine(folder, name);
    }

    /// <summary>Folders in a folder, without hidden ones and those of macOS.</summary>
    public static string[] Subfolders(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Where(path => Path.GetFileName(path) is var name && !name.StartsWith('.') && name != ImageFiles.MacFolder).Order(StringComparer.Ordinal)];

    private static string? Named(string[] folders, string[] names) => folders.FirstOrDefault(name => names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
