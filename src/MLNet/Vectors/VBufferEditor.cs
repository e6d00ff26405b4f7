namespace Microsoft.ML.Data;

/// <summary>Opens vectors for writing while reusing their memory.</summary>
public static class VBufferEditor
{
    /// <summary>Opens <paramref name="destination"/> for writing with the layout it has.</summary>
    public static VBufferEditor<T> CreateFromBuffer<T>(scoped ref VBuffer<T> destination) =>
        Create(ref destination, destination.Length, destination.GetValues().Length);

    /// <summary>Opens <paramref name="destination"/> for writing, growing its memory if needed.</summary>
    /// <param name="destination">The vector whose memory is reused; assign the committed vector to it.</param>
    /// <param name="newLogicalLength">The number of items of the new vector.</param>
    /// <param name="valuesCount">The number of explicit values. <value>null: all.</value></param>
    /// <param name="maxValuesCapacity">The most memory ever needed, a limit to growing.</param>
    /// <param name="keepOldOnResize">Whether old contents survive growing.</param>
    /// <param name="requireIndicesOnDense">Whether a dense vector gets memory for indices too.</param>
    public static VBufferEditor<T> Create<T>(
        scoped ref VBuffer<T> destination,
        int newLogicalLength,
        int? valuesCount = null,
        int? maxValuesCapacity = null,
        bool keepOldOnResize = false,
        bool requireIndicesOnDense = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(newLogicalLength);
        var count = valuesCount ?? newLogicalLength;
        ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(valuesCount));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, newLogicalLength, nameof(valuesCount));
        var capacity = maxValuesCapacity ?? newLogicalLength;
        if (capacity < count)
            throw new ArgumentOutOfRangeException(nameof(maxValuesCapacity), $"A capacity of {capacity} cannot hold {count} values.");
        var values = Grow(destination.ValuesArray, count, capacity, keepOldOnResize, out var newValues);
        var indices = destination.IndicesArray;
        var newIndices = false;
        if (count < newLogicalLength || requireIndicesOnDense)
            indices = Grow(indices, count, capacity, keepOldOnResize, out newIndices);
        return new VBufferEditor<T>(newLogicalLength, count, values, indices, requireIndicesOnDense, newValues, newIndices);
    }

    private static TItem[] Grow<TItem>(TItem[] array, int count, int capacity, bool keepOld, out bool grown)
    {
        grown = (array?.Length ?? 0) < count;
        if (!grown)
            return array;
        var old = array?.Length ?? 0;
        var size = old == 0 ? count : (int)Math.Min(capacity, Math.Max(count, 2L * old));
        if (keepOld && array is not null)
            Array.Resize(ref array, size);
        else
            array = new TItem[size];
        return array;
    }
}
