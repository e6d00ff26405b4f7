using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks;

namespace MlNetDigits.Evaluation;

/// <summary>Collects the pixels of rows as bytes.</summary>
internal sealed class PixelReader
{
    private readonly List<byte> _bytes = [];

    public PixelReader(DataViewSchema schema, ScoringOptions options)
    {
        string name = options.PixelsColumnName;
        Column = schema.GetColumnOrNull(name)
            ?? throw new InvalidDataException($"There is no column '{name}' of pixels to keep: name another, or score without keeping pixels.");
        if (Column.Type is not VectorDataViewType { IsKnownSize: true } vector || vector.ItemType != NumberDataViewType.Single)
            throw new InvalidDataException($"The column '{name}' is {Column.Type}, but pixels are a Vector<Single> of known size: declare it with [VectorType(784)].");
        Shape = options.ImageShape ?? Guess(vector);
        if (Shape.Size != vector.Size)
            throw new InvalidDataException($"The column '{name}' has {vector.Size} values, but images of shape {Shape} have {Shape.Size}: set ImageShape.");
    }

    public DataViewSchema.Column Column { get; }

    public Shape Shape { get; }

    /// <summary>Makes the delegate that adds the row's pixels.</summary>
    public Action Reader(DataViewRow row)
    {
        ValueGetter<VBuffer<float>> getter = row.GetGetter<VBuffer<float>>(Column);
        VBuffer<float> values = default;
        return () =>
        {
            getter(ref values);
            foreach (float value in values.DenseValues()) _bytes.Add((byte)Math.Clamp(MathF.Round(value), 0, 255));
        };
    }

    public byte[] ToArray() => [.. _bytes];

    private static Shape Guess(VectorDataViewType vector)
    {
        if (vector.Dimensions is [.., > 1 and var height, > 1 and var width] && height * width == vector.Size) return new Shape(height, width, 1);
        int side = (int)Math.Round(Math.Sqrt(vector.Size));
        return side * side == vector.Size ? new Shape(side, side, 1) : new Shape(1, vector.Size, 1);
    }
}
