namespace Microsoft.ML.Data;

/// <summary>Objects of one class as a row: assign <see cref="Current"/>, then read its columns.</summary>
internal sealed class TypedRow<TRow> : DataViewRow where TRow : class
{
    private readonly Delegate[] _getters;
    private long _position = -1;
    private TRow _current;

    public TypedRow(TypedColumns<TRow> columns)
    {
        Schema = columns.Schema;
        _getters = Array.ConvertAll(columns.Accessors, accessor => accessor.MakeGetter(this));
    }

    /// <summary>The object whose members are read; setting it moves the position.</summary>
    public TRow Current
    {
        get => _current ?? throw new InvalidOperationException("There is no current row: move to the first one before reading values.");
        set
        {
            _current = value;
            _position++;
        }
    }

    public override DataViewSchema Schema { get; }

    public override long Position => _position;

    public override long Batch => 0;

    public override bool IsColumnActive(DataViewSchema.Column column) => (uint)column.Index < (uint)_getters.Length;

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => RowExtensions.Cast<TValue>(_getters[column.Index], column);

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_position, 0);
}
