using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;

namespace Microsoft.ML.Transforms;

/// <summary>The values of one type that keys stand for, and the way back from values to keys.</summary>
internal sealed class Vocabulary<T> : Vocabulary
{
    private readonly T[] _values;
    private readonly Dictionary<T, uint> _keys;

    public Vocabulary(PrimitiveDataViewType itemType, T[] values) : base(itemType)
    {
        _values = values;
        _keys = new Dictionary<T, uint>(values.Length, VocabularyBuilder<T>.Equality);
        for (var i = 0; i < values.Length; i++)
            _keys.TryAdd(values[i], (uint)i + 1);
    }

    public override int Count => _values.Length;

    public override Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column) =>
        VectorGetters.Map<T, uint>(row, column, KeyOf);

    public override void AddKeyValues(DataViewSchema.Annotations.Builder builder, DataViewSchema.Column input, bool asText)
    {
        if (Count == 0)
            return;
        if (ItemType is KeyDataViewType && KeyValues.TypeOf(input) is { } type)
            GenericCall.Static<object>(typeof(Vocabulary<T>), nameof(AddNamesOfKeys), [type.RawType], builder, input, type, asText, _values);
        else if (ItemType is KeyDataViewType && !asText)
            builder.AddVector(AnnotationKinds.KeyValues, DataViewTypeExtensions.PrimitiveFromRaw(typeof(T)), _values);
        else if (asText)
            builder.AddVector(AnnotationKinds.KeyValues, TextDataViewType.Instance, [.. ToText()]);
        else
            builder.AddVector(AnnotationKinds.KeyValues, ItemType, _values);
    }

    public override IEnumerable<ReadOnlyMemory<char>> ToText() => _values.Select(ValueText.Of);

    public override void Save(BinaryWriter writer)
    {
        TypeCodec.Write(writer, ItemType);
        writer.Write(_values.Length);
        ItemCodec<T>.Instance.Write(writer, _values);
    }

    private uint KeyOf(T value) => _keys.GetValueOrDefault(value);

    /// <summary>Where keys are mapped to keys, the new ones stand for what the old ones stood for.</summary>
    private static object AddNamesOfKeys<TName>(
        DataViewSchema.Annotations.Builder builder, DataViewSchema.Column input, PrimitiveDataViewType type, bool asText, T[] keys)
    {
        var names = KeyValues.Read<TName>(input);
        var chosen = Array.ConvertAll(keys, key => names[Convert.ToInt64(key) - 1]);
        if (asText)
            builder.AddVector(AnnotationKinds.KeyValues, TextDataViewType.Instance, Array.ConvertAll(chosen, ValueText.Of));
        else
            builder.AddVector(AnnotationKinds.KeyValues, type, chosen);
        return null;
    }
}
