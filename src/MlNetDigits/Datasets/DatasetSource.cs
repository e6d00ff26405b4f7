namespace MlNetDigits.Datasets;

/// <summary>Tells by looking what a path holds: folder of images, CSV or IDX files.</summary>
internal static class DatasetSource
{
    /// <summary>Finds the parts of a dataset without reading images yet.</summary>
    /// <exception cref="InvalidDataException">The path holds no images that are known here.</exception>
    /// <exception cref="IOException">There is nothing at the path.</exception>
    public static DatasetParts Find(string path, ImageDatasetOptions options, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            return IsCsv(path)
                ? new DatasetParts("CSV file", () => Csv.PixelCsv.Read(path, options.Transpose, cancellation), null)
                : IdxImages.IsImages(path)
                    ? new DatasetParts("IDX files", () => IdxImages.Read(path, options.Transpose), null)
                    : throw new InvalidDataException($"'{path}' is neither a CSV file nor an IDX file of images. Name a file that ends in .csv or whose data begins as IDX images do, or a folder.");
        }

        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"The dataset '{path}' does not exist. Give '{ImageDatasetOptions.MnistName}', a folder with one subfolder per label, a CSV file, or IDX files.");
        if (IdxFolder.Find(path) is { } idx)
            return new DatasetParts("IDX files", Reader(idx.Train), Reader(idx.Test));
        return LabelFolders.Find(path, new ImageForm { Normalization = options.Normalization ?? ImageNormalization.Resize, Polarity = options.Polarity }, cancellation);

        Func<RawImages>? Reader(string? file) => file is null ? null : () => IdxImages.Read(file, options.Transpose);
    }

    /// <summary>Whether a file is CSV by its name, gzipped or not.</summary>
    public static bool IsCsv(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);
}
