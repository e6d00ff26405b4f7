using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>The tensor that a column's rows are gathered in for the model.</summary>
internal abstract class OnnxFeed : IDisposable
{
    private protected OnnxFeed(OnnxNode node, DataViewSchema.Column column)
    {
        Node = node;
        Column = column;
        Size = column.Type.GetValueCount();
    }

    public OnnxNode Node { get; }

    /// <summary>The items of one row.</summary>
    protected int Size { get; }

    protected DataViewSchema.Column Column { get; }

    public static OnnxFeed Create(OnnxNode node, DataViewSchema.Column column, DataViewRow row, int capacity)
    {
        var item = column.Type.GetItemType().RawType;
        var type = item == typeof(ReadOnlyMemory<char>) ? typeof(OnnxTextFeed) : typeof(OnnxFeed<>).MakeGenericType(item);
        return (OnnxFeed)Activator.CreateInstance(type, node, column, row, capacity);
    }

    /// <summary>Reads the row's column into a place of the tensor.</summary>
    public abstract void Load(int index);

    /// <summary>The tensor of the first rows; it stays valid until the next call.</summary>
    public abstract OrtValue Take(int rows);

    public abstract void Dispose();

    /// <summary>Reads a scalar or a vector of the expected length into a span.</summary>
    protected static Action<T[], int> MakeReader<T>(DataViewRow row, DataViewSchema.Column column, int size)
    {
        if (column.Type is not VectorDataViewType)
        {
            var scalar = row.GetGetter<T>(column);
            return (values, index) => scalar(ref values[index]);
        }
        var getter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> vector = default;
        return (values, index) =>
        {
            getter(ref vector);
            if (vector.Length != size)
                throw new InvalidOperationException($"The column '{column.Name}' needs vectors of length {size}; row {row.Position} has one of length {vector.Length}.");
            vector.CopyTo(values.AsSpan(index * size, size));
        };
    }
}
