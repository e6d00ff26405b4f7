using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Some columns of another view.</summary>
internal sealed class SelectedView(IDataView source, SelectingMapper mapper) : IDataView
{
    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => mapper.OutputSchema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null) =>
        new Cursor(mapper, source.GetRowCursor(mapper.GetDependencies(columnsNeeded), rand));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        Array.ConvertAll(source.GetRowCursorSet(mapper.GetDependencies(columnsNeeded), n, rand), DataViewRowCursor (input) => new Cursor(mapper, input));

    private sealed class Cursor(SelectingMapper mapper, DataViewRowCursor input) : ForwardingCursor(input)
    {
        public override DataViewSchema Schema => mapper.OutputSchema;

        public override bool IsColumnActive(DataViewSchema.Column column) => Input.IsColumnActive(mapper.ToInput(column));

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => Input.GetGetter<TValue>(mapper.ToInput(column));

        protected override bool MoveNextCore() => Input.MoveNext();
    }
}
