using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>The type, names and values of a vector joined from several columns.</summary>
internal sealed class ConcatenatingMapper : RowMapper
{
    private readonly DataViewSchema.Column[] _inputs;
    private readonly DataViewSchema.DetachedColumn[] _added;

    public ConcatenatingMapper(DataViewSchema inputSchema, string name, string[] sources) : base(inputSchema)
    {
        _inputs = Array.ConvertAll(sources, source => inputSchema.FindInput(source));
        if (_inputs[0].Type.GetItemType() is not PrimitiveDataViewType item)
            throw SchemaErrors.Mismatch(nameof(inputSchema), "input", sources[0], "a plain type or a vector of one", $"{_inputs[0].Type}");
        foreach (var input in _inputs)
            if (!input.Type.GetItemType().Equals(item))
                throw SchemaErrors.Mismatch(nameof(inputSchema), "input", input.Name, $"{item} or a vector of it", $"{input.Type}");
        _added = [Describe(name, item)];
    }

    public override IReadOnlyList<DataViewSchema.DetachedColumn> AddedColumns => _added;

    public override IEnumerable<int> GetDependencies(int added) => _inputs.Select(input => input.Index);

    protected override Delegate MakeGetter(DataViewRow input, int added) =>
        _inputs is [{ Type: VectorDataViewType } only]
            ? input.GetGetter(only)
            : GenericCall.Static<Delegate>(typeof(ConcatenatingMapper), nameof(Join), [_inputs[0].Type.GetItemType().RawType], input, _inputs);

    private DataViewSchema.DetachedColumn Describe(string name, PrimitiveDataViewType item)
    {
        if (_inputs is [{ Type: VectorDataViewType } only])
            return new DataViewSchema.DetachedColumn(name, only.Type, only.Annotations);
        var size = Array.Exists(_inputs, input => input.Type.IsVariable()) ? 0 : _inputs.Sum(input => input.Type.GetValueCount());
        var annotations = new DataViewSchema.Annotations.Builder();
        if (Array.TrueForAll(_inputs, input => input.IsNormalized()))
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
        if (size > 0 && Array.Exists(_inputs, input => input.Type is not VectorDataViewType || input.HasSlotNames()))
            annotations.AddVector(AnnotationKinds.SlotNames, TextDataViewType.Instance, [.. _inputs.SelectMany(SlotNames)]);
        return new DataViewSchema.DetachedColumn(name, new VectorDataViewType(item, size), annotations.ToAnnotations());
    }

    /// <summary>A scalar's slot is named after its column, a vector's after column and slot; unnamed slots stay so.</summary>
    private static IEnumerable<ReadOnlyMemory<char>> SlotNames(DataViewSchema.Column input)
    {
        if (input.Type is not VectorDataViewType vector)
            return [input.Name.AsMemory()];
        if (!input.HasSlotNames())
            return Enumerable.Repeat(default(ReadOnlyMemory<char>), vector.Size);
        VBuffer<ReadOnlyMemory<char>> names = default;
        input.GetSlotNames(ref names);
        return names.DenseValues().Select(name => name.IsEmpty ? default : $"{input.Name}.{name}".AsMemory());
    }

    private static Delegate Join<T>(DataViewRow row, DataViewSchema.Column[] inputs)
    {
        var parts = Array.ConvertAll(inputs, input => VectorOf<T>(row, input));
        var buffers = new VBuffer<T>[parts.Length];
        return (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
        {
            var (length, count) = (0, 0);
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i](ref buffers[i]);
                length = checked(length + buffers[i].Length);
                count += buffers[i].GetValues().Length;
            }
            value = count < length / 2 ? JoinSparse(buffers, ref value, length, count) : JoinDense(buffers, ref value, length);
        });
    }

    private static ValueGetter<VBuffer<T>> VectorOf<T>(DataViewRow row, DataViewSchema.Column input)
    {
        if (input.Type is VectorDataViewType)
            return row.GetGetter<VBuffer<T>>(input);
        var getter = row.GetGetter<T>(input);
        return (ref VBuffer<T> value) =>
        {
            var editor = VBufferEditor.Create(ref value, 1);
            getter(ref editor.Values[0]);
            value = editor.Commit();
        };
    }

    private static VBuffer<T> JoinDense<T>(VBuffer<T>[] parts, ref VBuffer<T> value, int length)
    {
        var editor = VBufferEditor.Create(ref value, length);
        var start = 0;
        foreach (var part in parts)
        {
            part.CopyTo(editor.Values, start);
            start += part.Length;
        }
        return editor.Commit();
    }

    private static VBuffer<T> JoinSparse<T>(VBuffer<T>[] parts, ref VBuffer<T> value, int length, int count)
    {
        var editor = VBufferEditor.Create(ref value, length, count);
        var (start, next) = (0, 0);
        foreach (var part in parts)
        {
            var values = part.GetValues();
            var indices = part.GetIndices();
            for (var i = 0; i < values.Length; i++)
            {
                editor.Values[next] = values[i];
                editor.Indices[next++] = start + (part.IsDense ? i : indices[i]);
            }
            start += part.Length;
        }
        return editor.Commit();
    }
}
