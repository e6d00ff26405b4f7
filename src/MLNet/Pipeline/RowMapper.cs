namespace Microsoft.ML.Data;

/// <summary>
/// The work of a transformer that adds columns row by row. To write such a transformer, derive it from
/// <see cref="RowToRowTransformerBase"/> (or <see cref="OneToOneTransformerBase"/>), return a mapper from
/// <c>MakeRowMapper</c> and write its model in <c>SaveModel</c>; derive the mapper from this class (or from
/// <see cref="OneToOneRowMapper"/>), check the input columns in its constructor, say which columns it adds, which input
/// columns each needs, and make a <see cref="ValueGetter{TValue}"/> for each over an input row. Schemas, lazy views,
/// cursors and prediction rows follow from that. Register the model's name with a
/// <see cref="Runtime.LoadableModelAttribute"/> so that it loads again.
/// </summary>
internal abstract class RowMapper : IRowToRowMapper
{
    private DataViewSchema _outputSchema;

    protected RowMapper(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        InputSchema = inputSchema;
    }

    public DataViewSchema InputSchema { get; }

    public DataViewSchema OutputSchema => _outputSchema ??= MakeOutputSchema();

    /// <summary>The columns that follow the input's in the output, in order.</summary>
    public abstract IReadOnlyList<DataViewSchema.DetachedColumn> AddedColumns { get; }

    /// <summary>The places of the input columns that the added column at <paramref name="added"/> is computed from.</summary>
    public abstract IEnumerable<int> GetDependencies(int added);

    /// <summary>The typed getter of one added column, over a row that moves. It is called once per row or cursor.</summary>
    protected abstract Delegate MakeGetter(DataViewRow input, int added);

    /// <summary>
    /// The getters of the active added columns, null for others. Override it where columns share work (keep it by
    /// <see cref="DataViewRow.Position"/>) or where something must be freed with the row.
    /// </summary>
    internal virtual Delegate[] MakeGetters(DataViewRow input, ReadOnlySpan<bool> active, out Action dispose)
    {
        dispose = null;
        var getters = new Delegate[active.Length];
        for (var i = 0; i < getters.Length; i++)
            if (active[i])
                getters[i] = MakeGetter(input, i);
        return getters;
    }

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns)
    {
        var needed = InputsFor(OutputSchema.ActiveSet(dependingColumns));
        return InputSchema.Where(column => needed[column.Index]);
    }

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new MappedRow(this, input, OutputSchema.ActiveSet(activeColumns));
    }

    /// <summary>Which input columns are needed for the active output columns.</summary>
    internal bool[] InputsFor(bool[] active)
    {
        var needed = active[..InputSchema.Count];
        for (var i = InputSchema.Count; i < active.Length; i++)
            if (active[i])
                foreach (var index in GetDependencies(i - InputSchema.Count))
                    needed[index] = true;
        return needed;
    }

    private DataViewSchema MakeOutputSchema()
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(InputSchema);
        builder.AddColumns(AddedColumns);
        return builder.ToSchema();
    }
}
