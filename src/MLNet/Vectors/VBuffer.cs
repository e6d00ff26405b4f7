using System.Collections;

namespace Microsoft.ML.Data;

/// <summary>A vector, dense or sparse, whose memory callers reuse from row to row.</summary>
public readonly partial struct VBuffer<T> : IEnumerable
{
    private readonly T[] _values;
    private readonly int[] _indices;
    private readonly int _count;

    /// <summary>The logical number of items.</summary>
    public readonly int Length;

    /// <summary>Wraps <paramref name="values"/> as a dense vector of <paramref name="length"/> items.</summary>
    /// <exception cref="ArgumentException">The array is shorter than the length.</exception>
    public VBuffer(int length, T[] values, int[] indices = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if ((values?.Length ?? 0) < length)
            throw new ArgumentException($"A dense vector of length {length} needs as many values, not {values?.Length ?? 0}.", nameof(values));
        Length = length;
        _count = length;
        _values = values;
        _indices = indices;
    }

    /// <summary>Wraps values and their ascending indices as a sparse vector, dense when count is length.</summary>
    /// <exception cref="ArgumentException">An array is shorter than the count.</exception>
    public VBuffer(int length, int count, T[] values, int[] indices)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, length);
        if ((values?.Length ?? 0) < count)
            throw new ArgumentException($"{count} explicit values need an array as long, not {values?.Length ?? 0}.", nameof(values));
        if (count < length && (indices?.Length ?? 0) < count)
            throw new ArgumentException($"{count} explicit values need as many indices, not {indices?.Length ?? 0}.", nameof(indices));
        Length = length;
        _count = count;
        _values = values;
        _indices = indices;
    }

    /// <summary>Tells whether every item is held explicitly.</summary>
    public bool IsDense => _count == Length;

    internal T[] ValuesArray => _values;

    internal int[] IndicesArray => _indices;

    /// <summary>The explicitly held values: all of a dense vector.</summary>
    public ReadOnlySpan<T> GetValues() => _values.AsSpan(0, _count);

    /// <summary>The ascending indices of a sparse vector's values, empty when dense.</summary>
    public ReadOnlySpan<int> GetIndices() => IsDense ? default : _indices.AsSpan(0, _count);

    /// <summary>Gives the item at <paramref name="index"/>, the default value where nothing is held.</summary>
    public T GetItemOrDefault(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
        if (IsDense)
            return _values[index];
        var place = GetIndices().BinarySearch(index);
        return place < 0 ? default : _values[place];
    }

    /// <summary>Stores the item at <paramref name="index"/> into <paramref name="destination"/>.</summary>
    public void GetItemOrDefault(int index, ref T destination) => destination = GetItemOrDefault(index);

    /// <summary>Walks all items, giving default values where nothing is held.</summary>
    public IEnumerable<T> DenseValues() => Items(all: true).Select(item => item.Value);

    /// <summary>Walks indices with values: the explicit ones, or all.</summary>
    public IEnumerable<KeyValuePair<int, T>> Items(bool all = false) => Walk(_values, _indices, Length, _count, all);

    /// <summary>Walks all items, giving default values where nothing is held.</summary>
    public IEnumerator GetEnumerator() => DenseValues().GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() =>
        IsDense ? $"Dense vector of size {Length}" : $"Sparse vector of size {Length}, {_count} explicit values";

    private static IEnumerable<KeyValuePair<int, T>> Walk(T[] values, int[] indices, int length, int count, bool all)
    {
        if (count == length)
        {
            for (var i = 0; i < length; i++)
                yield return new(i, values[i]);
            yield break;
        }
        var next = 0;
        for (var place = 0; place < count; place++)
        {
            for (; all && next < indices[place]; next++)
                yield return new(next, default);
            yield return new(indices[place], values[place]);
            next = indices[place] + 1;
        }
        for (; all && next < length; next++)
            yield return new(next, default);
    }
}
