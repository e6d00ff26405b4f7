namespace Microsoft.ML.Data;

/// <summary>Values of one column, kept in numbered slots of a growing array.</summary>
internal sealed class ColumnBuffer<T> : ColumnBuffer
{
    private T[] _values = new T[16];
    private ValueGetter<T> _getter;

    public override void Bind(DataViewRow row, DataViewSchema.Column column) => _getter = row.GetGetter<T>(column);

    public override void Load(int slot)
    {
        if (slot >= _values.Length)
            Array.Resize(ref _values, Math.Max(slot + 1, 2 * _values.Length));
        _getter(ref _values[slot]);
    }

    public override void Swap(int first, int second) => (_values[first], _values[second]) = (_values[second], _values[first]);

    public override Delegate CreateGetter(BufferedCursor cursor) =>
        (ValueGetter<T>)((ref T value) => ValueCopier<T>.Copy(in _values[cursor.Slot], ref value));
}
