namespace Microsoft.ML.Data;

/// <summary>A cursor whose values lie in column buffers.</summary>
internal abstract class BufferedCursor : DataViewRowCursor
{
    private readonly Delegate[] _getters;
    private int _slot = -1;
    private long _position = -1;

    /// <summary>Reads the buffers; null stands for a column that was not asked for.</summary>
    protected BufferedCursor(DataViewSchema schema, ColumnBuffer[] buffers)
    {
        Schema = schema;
        _getters = Array.ConvertAll(buffers, buffer => buffer?.CreateGetter(this));
    }

    /// <summary>The slot of the present row.</summary>
    /// <exception cref="InvalidOperationException">The cursor is before the first or after the last row.</exception>
    public int Slot => _slot >= 0 ? _slot : throw new InvalidOperationException("The cursor is not at a row: call MoveNext first, and stop when it gives false.");

    public sealed override DataViewSchema Schema { get; }

    public sealed override long Position => _position;

    public sealed override long Batch => 0;

    public sealed override bool IsColumnActive(DataViewSchema.Column column) => _getters[Schema[column.Index].Index] is not null;

    public sealed override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        RowExtensions.Cast<TValue>(_getters[Schema[column.Index].Index], column);

    public sealed override bool MoveNext()
    {
        _slot = NextSlot();
        if (_slot < 0)
        {
            _position = -1;
            return false;
        }
        _position++;
        return true;
    }

    /// <summary>The slot of the next row, or -1 when there is none.</summary>
    protected abstract int NextSlot();
}
