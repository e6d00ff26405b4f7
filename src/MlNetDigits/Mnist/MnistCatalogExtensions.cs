using Microsoft.ML;

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
}
