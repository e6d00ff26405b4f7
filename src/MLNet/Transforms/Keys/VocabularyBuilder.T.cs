using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Collects the distinct values of one type; missing values are none of them.</summary>
internal sealed class VocabularyBuilder<T>(PrimitiveDataViewType itemType, int maximum) : VocabularyBuilder
{
    private readonly HashSet<T> _seen = new(Equality);
    private readonly List<T> _values = [];

    /// <summary>When two values are one.</summary>
    public static IEqualityComparer<T> Equality { get; } =
        TextComparer.Instance as IEqualityComparer<T> ?? EqualityComparer<T>.Default;

    public override bool IsFull => _values.Count >= maximum;

    public override Action Bind(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is VectorDataViewType)
        {
            var vector = row.GetGetter<VBuffer<T>>(column);
            VBuffer<T> buffer = default;
            return () =>
            {
                vector(ref buffer);
                AddAll(in buffer);
            };
        }
        var getter = row.GetGetter<T>(column);
        T value = default;
        return () =>
        {
            getter(ref value);
            Add(value);
        };
    }

    public override Vocabulary Build(bool sorted)
    {
        var values = _values.ToArray();
        if (sorted)
            Array.Sort(values, TextComparer.Instance as IComparer<T> ?? Comparer<T>.Default);
        return new Vocabulary<T>(itemType, values);
    }

    private void AddAll(in VBuffer<T> buffer)
    {
        if (!buffer.IsDense)
            Add(default);
        foreach (var value in buffer.GetValues())
            Add(value);
    }

    private void Add(T value)
    {
        if (!IsFull && !IsMissing(value) && _seen.Add(value))
            _values.Add(value is ReadOnlyMemory<char> text ? (T)(object)text.ToString().AsMemory() : value);
    }

    private bool IsMissing(T value) =>
        value is float.NaN or double.NaN
        || value is ReadOnlyMemory<char> { IsEmpty: true }
        || itemType is KeyDataViewType && EqualityComparer<T>.Default.Equals(value, default);
}
