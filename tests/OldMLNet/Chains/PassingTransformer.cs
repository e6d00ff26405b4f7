namespace MLNet.Tests.Chains;

/// <summary>A transformer of a user that changes nothing; it can be disposed but not saved.</summary>
internal sealed class PassingTransformer(bool rowByRow = true) : ITransformer, IDisposable
{
    public bool Disposed { get; private set; }

    public bool IsRowToRowMapper => rowByRow;

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => inputSchema;

    public IDataView Transform(IDataView input) => input;

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => new Mapper(inputSchema);

    public void Save(ModelSaveContext ctx)
    {
    }

    public void Dispose() => Disposed = true;

    private sealed class Mapper(DataViewSchema schema) : IRowToRowMapper
    {
        public DataViewSchema InputSchema => schema;

        public DataViewSchema OutputSchema => schema;

        public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) => dependingColumns;

        public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) => input;
    }
}
