using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Runs an action once per row, however many of its columns are read.</summary>
internal sealed class CustomMapper<TSrc, TDst>(
    DataViewSchema inputSchema, RowBinding<TSrc> binding, TypedColumns<TDst> outputs, Action<TSrc, TDst> mapAction) : RowMapper(inputSchema)
    where TSrc : class, new()
    where TDst : class, new()
{
    public override IReadOnlyList<DataViewSchema.DetachedColumn> AddedColumns { get; } =
        [.. outputs.Schema.Select(column => new DataViewSchema.DetachedColumn(column))];

    public override IEnumerable<int> GetDependencies(int added) => binding.Columns.Select(column => column.Index);

    protected override Delegate MakeGetter(DataViewRow input, int added) => MakeGetter(new Run(input, binding, outputs, mapAction), added);

    internal override Delegate[] MakeGetters(DataViewRow input, ReadOnlySpan<bool> active, out Action dispose)
    {
        dispose = null;
        var getters = new Delegate[active.Length];
        if (!active.Contains(true))
            return getters;
        var run = new Run(input, binding, outputs, mapAction);
        for (var i = 0; i < getters.Length; i++)
            getters[i] = active[i] ? MakeGetter(run, i) : null;
        return getters;
    }

    private Delegate MakeGetter(Run run, int added) =>
        GenericCall.Static<Delegate>(typeof(CustomMapper<TSrc, TDst>), nameof(MakeTyped), [outputs.Schema[added].Type.RawType], run, added);

    private static Delegate MakeTyped<TValue>(Run run, int added)
    {
        var read = run.Output.GetGetter<TValue>(run.Output.Schema[added]);
        return (ValueGetter<TValue>)((ref TValue value) =>
        {
            run.Update();
            read(ref value);
        });
    }

    /// <summary>One walk over rows, with the objects that the action reads and writes.</summary>
    private sealed class Run(DataViewRow input, RowBinding<TSrc> binding, TypedColumns<TDst> outputs, Action<TSrc, TDst> mapAction)
    {
        private readonly Action<TSrc> _fill = binding.MakeFiller(input);
        private readonly TSrc _source = new();
        private readonly TDst _target = new();
        private long _position = -1;

        public TypedRow<TDst> Output { get; } = new(outputs);

        public void Update()
        {
            if (_position == input.Position && _position >= 0)
                return;
            _fill(_source);
            mapAction(_source, _target);
            Output.Current = _target;
            _position = input.Position;
        }
    }
}
