using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Gives a row's columns at some places, in their order.</summary>
internal sealed class SelectingMapper : IRowToRowMapper
{
    private readonly int[] _places;

    /// <summary>Chooses the columns at <paramref name="places"/> of the input.</summary>
    public SelectingMapper(DataViewSchema inputSchema, int[] places)
    {
        InputSchema = inputSchema;
        _places = places;
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(places.Select(place => inputSchema[place]));
        OutputSchema = builder.ToSchema();
    }

    public DataViewSchema InputSchema { get; }

    public DataViewSchema OutputSchema { get; }

    public DataViewSchema.Column ToInput(DataViewSchema.Column column) => InputSchema[_places[OutputSchema[column.Index].Index]];

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) => dependingColumns.Select(ToInput);

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new SelectedRow(this, input);
    }
}
