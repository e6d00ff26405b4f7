using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>The types, names and values of the vectors that keys turn into.</summary>
internal sealed class KeyToVectorMapper : OneToOneRowMapper
{
    private readonly bool _counts;

    public KeyToVectorMapper(DataViewSchema inputSchema, (string Output, string Input)[] pairs, bool counts) : base(inputSchema, pairs)
    {
        _counts = counts;
        foreach (var column in Inputs)
            if (column.Type.GetItemType() is not KeyDataViewType { Count: <= int.MaxValue })
                throw SchemaErrors.Mismatch(nameof(inputSchema), "input", column.Name, "Key", $"{column.Type}");
    }

    protected override DataViewSchema.DetachedColumn Describe(int added, string name)
    {
        var input = Inputs[added];
        var size = (int)input.Type.GetItemKeyCount();
        var concatenated = input.Type.GetValueCount() != 1 && !_counts;
        var type = !concatenated
            ? new VectorDataViewType(NumberDataViewType.Single, size)
            : new VectorDataViewType(NumberDataViewType.Single, input.Type.GetValueCount(), size);
        var annotations = new DataViewSchema.Annotations.Builder();
        if (KeyValues.TypeOf(input) is TextDataViewType && type.IsKnownSize)
            annotations.AddVector(AnnotationKinds.SlotNames, TextDataViewType.Instance, concatenated ? JoinedNames(input) : KeyValues.Read<ReadOnlyMemory<char>>(input));
        if (concatenated || input.Type.GetValueCount() == 1)
            annotations.AddPrimitiveValue(AnnotationKinds.IsNormalized, BooleanDataViewType.Instance, true);
        return new DataViewSchema.DetachedColumn(name, type, annotations.ToAnnotations());
    }

    protected override Delegate MakeGetter(DataViewRow input, int added)
    {
        var column = Inputs[added];
        var size = (int)column.Type.GetItemKeyCount();
        return GenericCall.Static<Delegate>(typeof(OneHot), nameof(OneHot.MakeGetter), [column.Type.GetItemType().RawType], input, column, size, _counts);
    }

    /// <summary>The names of the keys behind the name of their slot, or its number in brackets.</summary>
    private static ReadOnlyMemory<char>[] JoinedNames(DataViewSchema.Column input)
    {
        var keys = KeyValues.Read<ReadOnlyMemory<char>>(input);
        VBuffer<ReadOnlyMemory<char>> slots = default;
        if (input.Annotations.Schema.GetColumnOrNull(AnnotationKinds.SlotNames) is not null)
            input.Annotations.GetValue(AnnotationKinds.SlotNames, ref slots);
        var names = new List<ReadOnlyMemory<char>>();
        for (var slot = 0; slot < input.Type.GetValueCount(); slot++)
        {
            var own = slot < slots.Length ? slots.GetItemOrDefault(slot) : default;
            var prefix = own.IsEmpty ? $"[{slot}]" : own.ToString();
            names.AddRange(keys.Select(key => $"{prefix}.{key}".AsMemory()));
        }
        return [.. names];
    }
}
