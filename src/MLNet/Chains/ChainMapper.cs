namespace Microsoft.ML.Data;

/// <summary>Row mappers in a row, as one.</summary>
internal sealed class ChainMapper(DataViewSchema inputSchema, IRowToRowMapper[] mappers) : IRowToRowMapper
{
    public DataViewSchema InputSchema => inputSchema;

    public DataViewSchema OutputSchema => mappers.Length == 0 ? inputSchema : mappers[^1].OutputSchema;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
    {
        ArgumentNullException.ThrowIfNull(dependingColumns);
        return Enumerable.Reverse(mappers).Aggregate(dependingColumns, (columns, mapper) => [.. mapper.GetDependencies(columns)]);
    }

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        ArgumentNullException.ThrowIfNull(input);
        var needed = new IEnumerable<DataViewSchema.Column>[mappers.Length];
        var columns = activeColumns;
        for (var i = mappers.Length - 1; i >= 0; i--)
        {
            needed[i] = columns;
            columns = [.. mappers[i].GetDependencies(columns)];
        }
        var row = input;
        for (var i = 0; i < mappers.Length; i++)
            row = mappers[i].GetRow(row, needed[i]);
        return row;
    }
}
