using Microsoft.ML;
using Microsoft.ML.Data;
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
    private readonly int _height;
    private readonly int _width;

    internal PixelNormalizingEstimator(OnnxScoringEstimator onnx, string outputColumn, string inputColumn, int height, int width) =>
        (_onnx, _outputColumn, _inputColumn, _height, _width) = (onnx, outputColumn, inputColumn, height, width);

    /// <summary>Checks the column of pixels; there is nothing to learn.</summary>
    /// <param name="input">Rows with the column of pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing, or has another type or number of pixels.</exception>
    public ITransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int pixels = _height * _width;
        if (input.Schema.GetColumnOrNull(_inputColumn)?.Type is VectorDataViewType { IsKnownSize: true } vector && vector.Size != pixels)
            throw new ArgumentOutOfRangeException(nameof(input), $"The column '{_inputColumn}' is {vector}, but images of {_height}×{_width} have {pixels} values: resize them, or give NormalizePixels their height and width.");
        return new DivisionStep(_onnx.Fit(input), _inputColumn, _outputColumn, pixels, GreatestPixel);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _onnx.GetOutputSchema(inputSchema);
}
