using Microsoft.ML;

namespace MlNetDigits.Pipelines;

/// <summary>The chain's normalizing step.</summary>
public static class NormalizePixelsExtensions
{
    /// <summary>Scales raw pixels of 0-255 to 0-1, as an ONNX graph that saves and pools like any other.</summary>
    /// <param name="catalog">The catalog of transforms.</param>
    /// <param name="outputColumnName">Column to make: Vector&lt;Single&gt; of 1 × 1 × height × width.</param>
    /// <param name="inputColumnName">Column of raw pixels: Vector&lt;Single&gt; of height × width, row by row.</param>
    /// <param name="height">Rows of an image; default 28.</param>
    /// <param name="width">Columns of an image; default 28.</param>
    /// <returns>The estimator.</returns>
    /// <exception cref="ArgumentException">The column names are equal, or a side is below 1.</exception>
    public static PixelNormalizingEstimator NormalizePixels(
        this TransformsCatalog catalog, string outputColumnName = "Features", string inputColumnName = "Pixels", int height = 28, int width = 28)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrWhiteSpace(outputColumnName);
        ArgumentException.ThrowIfNullOrWhiteSpace(inputColumnName);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (outputColumnName == inputColumnName)
            throw new ArgumentException($"Input and output are both '{inputColumnName}', but an ONNX graph needs two names: name another output column.", nameof(outputColumnName));

        return new PixelNormalizingEstimator(catalog, outputColumnName, inputColumnName, height, width);
    }
}
