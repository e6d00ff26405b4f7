using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>A cursor over rows with the columns that a step adds.</summary>
internal sealed class ComputedCursor(DataViewRowCursor input, ColumnMap columns, IEnumerable<DataViewSchema.Column> active, ComputedColumns? added) : DataViewRowCursor
{
    private readonly ColumnSet _columns = new(input, columns, active, added);

    public override DataViewSchema Schema => columns.Schema;

    public override long Position => input.Position;

    public override long Batch => input.Batch;

    public override bool MoveNext()
    {
        if (!input.MoveNext())
            return false;
        added?.MoveNext();
        return true;
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => input.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => _columns.IsActive(column);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => _columns.GetterOf<TValue>(column);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            added?.Dispose();
            input.Dispose();
        }

        base.Dispose(disposing);
    }
}
