using Microsoft.ML;
using MlNetDigits.Views;

namespace MlNetDigits.Mnist;

/// <summary>Brings MNIST to ML.NET's catalogs.</summary>
public static class MnistCatalogExtensions
{
    /// <summary>Loads the 60,000 training and 10,000 test digits of MNIST.</summary>
    /// <param name="catalog">The context's data operations.</param>
    /// <param name="options">Where to look; default: MNIST_DIR, the checkout, the user's cache, a download.</param>
    /// <param name="cancellationToken">Stops reading or downloading; what was downloaded is kept.</param>
    /// <exception cref="FileNotFoundException">A folder that was named lacks a file.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or is not MNIST's.</exception>
    /// <exception cref="IOException">The files could not be read or downloaded.</exception>
    public static MnistData LoadMnist(this DataOperationsCatalog catalog, MnistOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        options ??= new MnistOptions();
        options.Validate();
        return new MnistSource(options, MnistPlaces.Current()).LoadAsync(cancellationToken).GetAwaiter().GetResult();
    }

    /// <summary>Maps digits to keys 0-9 in order, whatever order the data has.</summary>
    /// <param name="catalog">The context's transforms.</param>
    /// <param name="outputColumnName">Column of keys; default <c>Label</c>. Digit d gets raw key d + 1.</param>
    /// <param name="inputColumnName">Column of digits, as UInt32 or as keys that stand for digits; default: the output column.</param>
    /// <returns>An estimator whose key values are text too, so class names reach the confusion table.</returns>
    public static IEstimator<ITransformer> MapDigitLabel(this TransformsCatalog catalog, string outputColumnName = MnistView.LabelColumn, string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrEmpty(outputColumnName);

        // The catalog's own context is out of reach, and any context can hold ten rows.
        IDataView digits = new MLContext().Data.LoadFromEnumerable(Enumerable.Range(0, 10).Select(digit => new DigitKey { Digit = (uint)digit }).ToArray());
        return LabelMappingEstimator.Create(catalog, MnistView.ClassNames, outputColumnName, inputColumnName, digits);
    }

    private sealed class DigitKey
    {
        public uint Digit { get; set; }
    }
}
