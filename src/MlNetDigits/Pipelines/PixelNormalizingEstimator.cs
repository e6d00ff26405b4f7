using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Scoring;

namespace MlNetDigits.Pipelines;

/// <summary>Scales raw pixels of 0-255 to 0-1; what it fits is saved as an ONNX step.</summary>
/// <remarks>Made by <see cref="NormalizePixelsExtensions.NormalizePixels"/>.</remarks>
public sealed class PixelNormalizingEstimator : IEstimator<ITransformer>
{
    private const float GreatestPixel = 255;

    private readonly TransformsCatalog _catalog;
    private readonly string _outputColumn;
    private readonly string _inputColumn;
    private readonly int _height;
    private readonly int _width;

    internal PixelNormalizingEstimator(TransformsCatalog catalog, string outputColumn, string inputColumn, int height, int width) =>
        (_catalog, _outputColumn, _inputColumn, _height, _width) = (catalog, outputColumn, inputColumn, height, width);

    /// <summary>Checks the column of pixels; there is nothing to learn.</summary>
    /// <param name="input">Rows with the column of pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing, or has another type or number of pixels.</exception>
    public ITransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int pixels = _height * _width;
        if (input.Schema.GetColumnOrNull(_inputColumn)?.Type is VectorDataViewType { IsKnownSize: true } vector && vector.Size != pixels)
            throw new ArgumentOutOfRangeException(nameof(input), $"The column '{_inputColumn}' is {vector}, but images of {_height}×{_width} have {pixels} values: resize them, or give NormalizePixels their height and width.");
        OnnxScoringEstimator onnx = RandomFileName.Load(() => _catalog.ApplyOnnxModel(_outputColumn, _inputColumn, new MemoryStream(Graph())));
        return new DivisionStep(onnx.Fit(input), _inputColumn, _outputColumn, pixels, GreatestPixel);
    }

    /// <summary>The kind of the column that is made is that of the pixels.</summary>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _catalog.CopyColumns(_outputColumn, _inputColumn).GetOutputSchema(inputSchema);

    private byte[] Graph()
    {
        var graph = new OnnxGraph("normalize_pixels");
        graph.AddInput(_inputColumn, OnnxElementType.Float, "N", 1, _height, _width);
        string divisor = graph.AddInitializer(graph.UniqueName("greatest_pixel"), [1], [GreatestPixel]);
        graph.AddOutput(graph.AddNode("Div", [_inputColumn, divisor], _outputColumn), OnnxElementType.Float, "N", 1, _height, _width);
        return new OnnxModel(graph) { ProducerName = "MlNetDigits" }.ToBytes();
    }
}
