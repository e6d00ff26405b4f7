namespace Microsoft.ML.Data;

public readonly partial struct VBuffer<T>
{
    /// <summary>Makes <paramref name="destination"/> a copy, reusing its memory where it fits.</summary>
    public void CopyTo(ref VBuffer<T> destination)
    {
        var editor = VBufferEditor.Create(ref destination, Length, _count);
        GetValues().CopyTo(editor.Values);
        if (!IsDense)
            GetIndices().CopyTo(editor.Indices);
        destination = editor.Commit();
    }

    /// <summary>Makes <paramref name="destination"/> a dense copy, reusing its memory where it fits.</summary>
    public void CopyToDense(ref VBuffer<T> destination)
    {
        var editor = VBufferEditor.Create(ref destination, Length);
        CopyTo(editor.Values);
        destination = editor.Commit();
    }

    /// <summary>Makes <paramref name="destination"/> a copy of a range of items.</summary>
    public void CopyTo(ref VBuffer<T> destination, int sourceIndex, int length)
    {
        CheckRange(sourceIndex, length, Length);
        if (IsDense)
        {
            var dense = VBufferEditor.Create(ref destination, length);
            _values.AsSpan(sourceIndex, length).CopyTo(dense.Values);
            destination = dense.Commit();
            return;
        }
        var (start, end) = (FirstAtOrAfter(sourceIndex), FirstAtOrAfter(sourceIndex + length));
        var sparse = VBufferEditor.Create(ref destination, length, end - start);
        _values.AsSpan(start, end - start).CopyTo(sparse.Values);
        for (var i = start; i < end && end - start < length; i++)
            sparse.Indices[i - start] = _indices[i] - sourceIndex;
        destination = sparse.Commit();
    }

    /// <summary>Writes all items into <paramref name="destination"/>.</summary>
    public void CopyTo(Span<T> destination) => CopyTo(destination, 0);

    /// <summary>Writes all items into <paramref name="destination"/> from an offset on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is too short.</exception>
    public void CopyTo(Span<T> destination, int destinationIndex, T defaultValue = default)
    {
        CheckRange(destinationIndex, Length, destination.Length);
        var target = destination.Slice(destinationIndex, Length);
        if (IsDense)
        {
            GetValues().CopyTo(target);
            return;
        }
        target.Fill(defaultValue);
        for (var i = 0; i < _count; i++)
            target[_indices[i]] = _values[i];
    }

    /// <summary>Makes <paramref name="destination"/> a dense copy of part of an array.</summary>
    public static void Copy(T[] source, int sourceIndex, ref VBuffer<T> destination, int length)
    {
        CheckRange(sourceIndex, length, source?.Length ?? 0);
        var editor = VBufferEditor.Create(ref destination, length);
        source.AsSpan(sourceIndex, length).CopyTo(editor.Values);
        destination = editor.Commit();
    }

    private int FirstAtOrAfter(int index)
    {
        var place = GetIndices().BinarySearch(index);
        return place < 0 ? ~place : place;
    }

    private static void CheckRange(int start, int length, int available)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > available - start)
            throw new ArgumentOutOfRangeException(nameof(length), $"{length} items from {start} on need {(long)start + length} places; there are {available}.");
    }
}
