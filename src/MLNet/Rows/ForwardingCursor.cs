using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>A cursor over another that passes its columns through, for filters and the like.</summary>
internal abstract class ForwardingCursor : DataViewRowCursor
{
    private long _position = -1;

    protected ForwardingCursor(DataViewRowCursor input) => Input = input;

    protected DataViewRowCursor Input { get; }

    public sealed override long Position => _position;

    public override long Batch => Input.Batch;

    public override DataViewSchema Schema => Input.Schema;

    public override bool IsColumnActive(DataViewSchema.Column column) => Input.IsColumnActive(column);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => Input.GetGetter<TValue>(column);

    public override ValueGetter<DataViewRowId> GetIdGetter() => Input.GetIdGetter();

    public sealed override bool MoveNext()
    {
        if (!MoveNextCore())
            return false;
        _position++;
        return true;
    }

    /// <summary>Moves the input to the next row that is to be seen.</summary>
    protected abstract bool MoveNextCore();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Input.Dispose();
        base.Dispose(disposing);
    }
}
