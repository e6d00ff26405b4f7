namespace Microsoft.ML.Data;

/// <summary>A mapper that makes each added column of one input column.</summary>
internal abstract class OneToOneRowMapper : RowMapper
{
    private readonly (string Output, string Input)[] _pairs;
    private DataViewSchema.DetachedColumn[] _added;

    protected OneToOneRowMapper(DataViewSchema inputSchema, (string Output, string Input)[] pairs) : base(inputSchema)
    {
        _pairs = pairs;
        Inputs = Array.ConvertAll(pairs, pair => inputSchema.FindInput(pair.Input));
    }

    /// <summary>The input column of each added one.</summary>
    protected DataViewSchema.Column[] Inputs { get; }

    public sealed override IReadOnlyList<DataViewSchema.DetachedColumn> AddedColumns =>
        _added ??= [.. _pairs.Select((pair, i) => Describe(i, pair.Output))];

    public sealed override IEnumerable<int> GetDependencies(int added) => [Inputs[added].Index];

    /// <summary>The column that is added under <paramref name="name"/> for the input column at the same place.</summary>
    protected abstract DataViewSchema.DetachedColumn Describe(int added, string name);
}
