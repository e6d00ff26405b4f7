using Microsoft.ML;
using MlNetDigits.Mnist;
using MlNetDigits.Views;

namespace MlNetDigits.Datasets;

/// <summary>Brings datasets of small images to ML.NET's catalogs.</summary>
public static class ImageDatasetExtensions
{
    /// <summary>Loads images to train on and to test with: MNIST, folders of images, CSV or IDX files.</summary>
    /// <param name="catalog">The context's data operations.</param>
    /// <param name="options">What to load; default MNIST.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InvalidDataException">The data is empty, damaged, of one class to train on, or train and test do not fit; the message tells which.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static ImageDataset LoadImageDataset(this DataOperationsCatalog catalog, ImageDatasetOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        options ??= new ImageDatasetOptions();
        options.Validate();
        return new DatasetLoader(catalog, options, cancellationToken).Load();
    }

    /// <summary>Loads one set of images: the test images of a dataset that has some, else all.</summary>
    /// <param name="catalog">The context's data operations.</param>
    /// <param name="options">What to load; <see cref="ImageDatasetOptions.TestPath"/> must be named.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InvalidDataException">The data is empty or damaged; the message tells where.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static LabelledImageView LoadTestImages(this DataOperationsCatalog catalog, ImageDatasetOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new DatasetLoader(catalog, options, cancellationToken).LoadTest();
    }

    /// <summary>Maps labels to keys in the order of class names, whatever order the data has.</summary>
    /// <param name="catalog">The context's transforms.</param>
    /// <param name="classNames">Names of all classes, such as <see cref="ImageDataset.ClassNames"/>.</param>
    /// <param name="outputColumnName">Column of keys; default <c>Label</c>. Class c gets raw key c + 1.</param>
    /// <param name="inputColumnName">Column of labels, as text or as keys that stand for text; default: the output column.</param>
    public static IEstimator<ITransformer> MapClassLabel(
        this TransformsCatalog catalog, IReadOnlyList<string> classNames, string outputColumnName = MnistView.LabelColumn, string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentException.ThrowIfNullOrEmpty(outputColumnName);

        return LabelMappingEstimator.Create(catalog, classNames, outputColumnName, inputColumnName);
    }
}
