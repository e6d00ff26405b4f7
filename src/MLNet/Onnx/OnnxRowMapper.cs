using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Scores single rows: all output columns of a row share one run.</summary>
internal sealed class OnnxRowMapper : RowMapper
{
    private readonly OnnxTransformer _transformer;
    private readonly DataViewSchema.Column[] _inputs;

    public OnnxRowMapper(OnnxTransformer transformer, DataViewSchema inputSchema) : base(inputSchema)
    {
        _transformer = transformer;
        _inputs = Array.ConvertAll(transformer.Inputs, node => FindInput(inputSchema, node));
        CanBatch = HaveOneBatch([.. transformer.Inputs, .. transformer.Outputs])
            && transformer.Inputs.Zip(_inputs).All(pair => pair.First.KnownSize == pair.Second.Type.GetValueCount());
    }

    /// <summary>Whether many rows can be stacked along one named first axis of all inputs and outputs.</summary>
    public bool CanBatch { get; }

    public override IReadOnlyList<DataViewSchema.DetachedColumn> AddedColumns => _transformer.Added;

    public override IEnumerable<int> GetDependencies(int added) => _inputs.Select(column => column.Index);

    /// <summary>Makes a batch that reads from <paramref name="row"/> and fetches the active outputs.</summary>
    public OnnxBatch MakeBatch(DataViewRow row, ReadOnlySpan<bool> active, int capacity, out OnnxFetch[] fetches)
    {
        fetches = new OnnxFetch[active.Length];
        for (var i = 0; i < fetches.Length; i++)
            if (active[i])
                fetches[i] = OnnxFetch.Create(_transformer.Outputs[i], capacity, CanBatch);
        var feeds = _transformer.Inputs.Zip(_inputs, (node, column) => OnnxFeed.Create(node, column, row, capacity));
        return new OnnxBatch(_transformer.Session, [.. feeds], [.. fetches.Where(fetch => fetch is not null)]);
    }

    protected override Delegate MakeGetter(DataViewRow input, int added) =>
        throw new NotSupportedException("Output columns share a run, so their getters are made together.");

    internal override Delegate[] MakeGetters(DataViewRow input, ReadOnlySpan<bool> active, out Action dispose)
    {
        dispose = null;
        if (!active.Contains(true))
            return new Delegate[active.Length];
        var batch = MakeBatch(input, active, 1, out var fetches);
        dispose = batch.Dispose;
        var scored = long.MinValue;
        int Score()
        {
            if (input.Position != scored)
            {
                scored = long.MinValue;
                batch.Load(0);
                batch.Run(1);
                scored = input.Position;
            }
            return 0;
        }
        return Array.ConvertAll(fetches, fetch => fetch?.MakeGetter(Score));
    }

    private static DataViewSchema.Column FindInput(DataViewSchema schema, OnnxNode node)
    {
        var column = schema.FindInput(node.Name);
        var size = column.Type.GetValueCount();
        if (column.Type.GetItemType().RawType != node.ItemType.RawType || size == 0)
            throw SchemaErrors.Mismatch("inputSchema", "input", node.Name, node.ToString(), column.Type.ToString());
        node.ShapeOf(1, size);
        return column;
    }

    private static bool HaveOneBatch(OnnxNode[] nodes) =>
        Array.TrueForAll(nodes, node => node.HasBatch && node.BatchSymbol == nodes[0].BatchSymbol);
}
