using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>A data view with a model's outputs, scored batch by batch as rows are read.</summary>
internal sealed class OnnxView(IDataView source, OnnxRowMapper mapper) : IDataView
{
    private readonly MappedView _unscored = new(source, mapper);

    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => mapper.OutputSchema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        var active = Schema.ActiveSet(columnsNeeded);
        if (!active.AsSpan(source.Schema.Count).Contains(true))
            return _unscored.GetRowCursor(Schema.Where(column => active[column.Index]), rand);
        var needed = mapper.InputsFor(active);
        return new OnnxCursor(mapper, source.GetRowCursor(source.Schema.Where(column => needed[column.Index]), rand), active);
    }

    // One cursor: ONNX Runtime spreads each batch over the cores itself.
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
}
