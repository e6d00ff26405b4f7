namespace Microsoft.ML.Data;

/// <summary>The memory of a vector under construction; commit it to get the vector.</summary>
public readonly ref struct VBufferEditor<T>
{
    private readonly int _length;
    private readonly T[] _values;
    private readonly int[] _indices;

    /// <summary>Where to write the explicit values.</summary>
    public readonly Span<T> Values;

    /// <summary>Where to write the ascending indices of a sparse vector's values.</summary>
    public readonly Span<int> Indices;

    internal VBufferEditor(int length, int count, T[] values, int[] indices, bool indicesOnDense, bool newValues, bool newIndices)
    {
        _length = length;
        _values = values;
        _indices = indices;
        Values = values.AsSpan(0, count);
        Indices = count < length || indicesOnDense ? indices.AsSpan(0, count) : default;
        CreatedNewValues = newValues;
        CreatedNewIndices = newIndices;
    }

    /// <summary>Tells whether memory for values was newly made.</summary>
    public bool CreatedNewValues { get; }

    /// <summary>Tells whether memory for indices was newly made.</summary>
    public bool CreatedNewIndices { get; }

    /// <summary>Gives the finished vector.</summary>
    public VBuffer<T> Commit() => new(_length, Values.Length, _values, _indices);

    /// <summary>Gives the finished vector, keeping only the first explicit values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More values are asked for than were opened.</exception>
    public VBuffer<T> CommitTruncated(int physicalValuesCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(physicalValuesCount, Values.Length);
        return new(_length, physicalValuesCount, _values, _indices);
    }
}
