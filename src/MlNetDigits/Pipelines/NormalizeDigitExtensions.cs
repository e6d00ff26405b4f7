using Microsoft.ML;
using MlNetDigits.Images;
using MlNetDigits.Pipelines.ImageNormalization;

namespace MlNetDigits.Pipelines;

/// <summary>The step from ML.NET's pictures to digits.</summary>
public static class NormalizeDigitExtensions
{
    /// <summary>Finds the digit in a picture and brings it into MNIST's form, as <see cref="DigitNormalizer"/> does.</summary>
    /// <param name="catalog">The catalog of transforms.</param>
    /// <param name="outputColumnName">Column to make: Vector&lt;Single, 784&gt; of 0 (paper) to 255 (ink); default <c>Pixels</c>.</param>
    /// <param name="imageColumnName">Column of pictures, such as <c>LoadImages</c> makes; default <c>Image</c>.</param>
    /// <returns>
    /// An estimator whose fit saves and loads. Rows without a digit throw <see cref="InvalidDataException"/> when they are read. Pictures are not
    /// disposed: those of <c>LoadImages</c> are by ML.NET, those of your rows by you.
    /// </returns>
    /// <exception cref="ArgumentException">A column name is empty.</exception>
    public static IEstimator<ITransformer> NormalizeDigit(this TransformsCatalog catalog, string outputColumnName = "Pixels", string imageColumnName = "Image")
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrWhiteSpace(outputColumnName);
        ArgumentException.ThrowIfNullOrWhiteSpace(imageColumnName);
        return new DigitNormalizingEstimator(catalog, outputColumnName, imageColumnName);
    }
}
