using MlNetDigits.Datasets.Csv;

namespace MlNetDigits.Datasets;

/// <summary>Reads files that hold many images of 28×28 and need no labels: CSV and IDX.</summary>
public static class PixelFile
{
    /// <summary>Reads a file's images, if it is such a file.</summary>
    /// <param name="path">Any file; those called like image files are not looked into.</param>
    /// <param name="transpose">Whether rows and columns are exchanged; null: when the file is called like EMNIST's.</param>
    /// <param name="labelColumn">Name or number from 1 of a CSV file's column of labels, which are left out; null: as the file tells.</param>
    /// <param name="form">The form to bring the images into: they are inverted where nearly all have the other polarity; null: they stay as they are.</param>
    /// <param name="note">Told in whole sentences what was decided while reading.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>784 bytes for each image, or null when it is no such file.</returns>
    /// <exception cref="InvalidDataException">The file is empty or damaged, its images are not 28×28, or its label column cannot be told.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static byte[]? TryRead(string path, bool? transpose = null, string? labelColumn = null, ImageForm? form = null, Action<string>? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (ImageFiles.IsPicture(path))
            return null;
        RawImages? images = DatasetSource.IsCsv(path) ? PixelCsv.Read(path, transpose, labelColumn, cancellationToken)
            : IdxImages.IsImages(path) ? IdxImages.ReadImages(path, transpose) : null;
        if (images is not null && form is not null)
            images = Inversion.Apply(images, form);
        if (note is not null && images is not null)
            Array.ForEach(images.Notes, note);
        return images?.Pixels;
    }
}
