using Microsoft.ML;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Scoring;

namespace MlNetDigits.Pipelines;

/// <summary>Scales raw pixels of 0-255 to 0-1; what it fits is saved as an ONNX step.</summary>
/// <remarks>Made by <see cref="NormalizePixelsExtensions.NormalizePixels"/>.</remarks>
public sealed class PixelNormalizingEstimator : IEstimator<ITransformer>
{
    internal const float GreatestPixel = 255;

    private readonly OnnxScoringEstimator _onnx;
    private readonly string _outputColumn;
    private readonly string _inputColumn;
    private readonly int _pixels;

    internal PixelNormalizingEstimator(OnnxScoringEstimator onnx, string outputColumn, string inputColumn, int pixels) =>
        (_onnx, _outputColumn, _inputColumn, _pixels) = (onnx, outputColumn, inputColumn, pixels);

    /// <summary>Checks the column of pixels; there is nothing to learn.</summary>
    /// <param name="input">Rows with the column of pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or has another type.</exception>
    /// <exception cref="InvalidOperationException">The column has another number of pixels.</exception>
    public ITransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new DivisionStep(_onnx.Fit(input), _inputColumn, _outputColumn, _pixels, GreatestPixel);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _onnx.GetOutputSchema(inputSchema);
}
