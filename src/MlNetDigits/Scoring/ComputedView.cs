using Microsoft.ML;

namespace MlNetDigits.Scoring;

/// <summary>A view with the columns that a step adds, computed when they are read.</summary>
/// <param name="step">The step.</param>
/// <param name="input">The rows.</param>
/// <param name="columns">All columns.</param>
internal sealed class ComputedView(ComputedStep step, IDataView input, ColumnMap columns) : IDataView
{
    public DataViewSchema Schema => columns.Schema;

    public bool CanShuffle => input.CanShuffle;

    public long? GetRowCount() => input.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        ArgumentNullException.ThrowIfNull(columnsNeeded);
        DataViewSchema.Column[] active = [.. columnsNeeded];
        DataViewSchema.Column[] passed = [.. active.Select(columns.InputOf).OfType<DataViewSchema.Column>()];
        if (passed.Length == active.Length)
            return new ComputedCursor(input.GetRowCursor(passed, rand), columns, active, null);

        // Rows that are counted lie somewhere, so they can be read twice in step: what is passed on, and ahead of it what is computed from.
        if (rand is null && input.GetRowCount() is not null && step.ComputeAhead(input) is { } ahead)
            return new ComputedCursor(input.GetRowCursor(passed), columns, active, ahead);

        DataViewRowCursor cursor = input.GetRowCursor([.. passed.UnionBy([step.InputOf(input.Schema)], column => column.Index)], rand);
        return new ComputedCursor(cursor, columns, active, step.Compute(cursor));
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];
}
