using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>Reads the pixels of the row that it stands on, divided.</summary>
/// <param name="row">The row.</param>
/// <param name="column">Its column of pixels.</param>
/// <param name="divisor">What pixels are divided by.</param>
internal sealed class PixelReader(DataViewRow row, DataViewSchema.Column column, float divisor)
{
    private readonly ValueGetter<VBuffer<float>> _getter = row.GetGetter<VBuffer<float>>(column);
    private VBuffer<float> _raw;

    /// <summary>Reads one image.</summary>
    /// <param name="image">Receives all its pixels.</param>
    /// <exception cref="InvalidOperationException">The row has another number of pixels.</exception>
    public void Read(Span<float> image)
    {
        _getter(ref _raw);
        if (_raw.Length != image.Length)
            throw new InvalidOperationException($"The column '{column.Name}' needs vectors of length {image.Length}; row {row.Position} has one of length {_raw.Length}.");
        ReadOnlySpan<float> pixels = _raw.GetValues();
        if (!_raw.IsDense)
        {
            _raw.CopyTo(image);
            pixels = image;
        }

        TensorPrimitives.Divide(pixels, divisor, image);
    }
}
