using Microsoft.ML;

namespace MlNetDigits.Scoring;

/// <summary>The active columns of a row: those that were there, and those that a step adds.</summary>
/// <param name="row">The row that was there.</param>
/// <param name="columns">All columns.</param>
/// <param name="active">Columns that may be read.</param>
/// <param name="added">The added columns, or null when none is active.</param>
internal sealed class ColumnSet(DataViewRow row, ColumnMap columns, IEnumerable<DataViewSchema.Column> active, ComputedColumns? added)
{
    private readonly HashSet<int> _active = [.. active.Select(column => column.Index)];

    public bool IsActive(DataViewSchema.Column column) => _active.Contains(column.Index);

    public ValueGetter<TValue> GetterOf<TValue>(DataViewSchema.Column column)
    {
        if (!IsActive(column))
            throw new InvalidOperationException($"The column '{column.Name}' is not active: ask for it when the row is made.");
        if (columns.InputOf(column) is { } given)
            return row.GetGetter<TValue>(given);
        return added!.GetterOf(column.Name) as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"The column '{column.Name}' is {column.Type}, not {typeof(TValue)}: read it as what it is.");
    }
}
