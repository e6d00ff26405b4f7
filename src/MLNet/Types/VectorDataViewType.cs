using System.Collections.Immutable;

namespace Microsoft.ML.Data;

/// <summary>Vectors or tensors of plain values, of known or variable size.</summary>
public sealed class VectorDataViewType : StructuredDataViewType
{
    /// <summary>Describes vectors of <paramref name="size"/> items.</summary>
    /// <param name="itemType">The type of one item.</param>
    /// <param name="size">The length. <value>0: variable.</value></param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public VectorDataViewType(PrimitiveDataViewType itemType, int size = 0) : this(itemType, ImmutableArray.Create(size))
    {
    }

    /// <summary>Describes tensors of the given dimensions, 0 for an unknown one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public VectorDataViewType(PrimitiveDataViewType itemType, params int[] dimensions)
        : this(itemType, ImmutableArray.Create(dimensions ?? throw new ArgumentNullException(nameof(dimensions))))
    {
    }

    /// <summary>Describes tensors of the given dimensions, 0 for an unknown one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public VectorDataViewType(PrimitiveDataViewType itemType, ImmutableArray<int> dimensions)
        : base(BufferType(itemType))
    {
        if (dimensions.IsDefaultOrEmpty)
            throw new ArgumentOutOfRangeException(nameof(dimensions), "A vector needs at least one dimension.");
        ItemType = itemType;
        Dimensions = dimensions;
        var size = 1L;
        foreach (var dimension in dimensions)
        {
            if (dimension < 0)
                throw new ArgumentOutOfRangeException(nameof(dimensions), $"A dimension is 0 (unknown) or positive, not {dimension}.");
            size *= dimension;
            if (size > int.MaxValue)
                throw new ArgumentOutOfRangeException(nameof(dimensions), $"A vector holds at most {int.MaxValue} items; [{string.Join(", ", dimensions)}] are more.");
        }
        Size = (int)size;
    }

    /// <summary>The sizes of the tensor's axes, 0 for an unknown one.</summary>
    public ImmutableArray<int> Dimensions { get; }

    /// <summary>The type of one item.</summary>
    public PrimitiveDataViewType ItemType { get; }

    /// <summary>The number of items, 0 when it varies.</summary>
    public int Size { get; }

    /// <summary>Tells whether all vectors of the column have one length.</summary>
    public bool IsKnownSize => Size > 0;

    /// <inheritdoc/>
    public override bool Equals(DataViewType other) =>
        other is VectorDataViewType vector && Size == vector.Size && ItemType.Equals(vector.ItemType)
        && Dimensions.AsSpan().SequenceEqual(vector.Dimensions.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object other) => other is DataViewType type && Equals(type);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(ItemType);
        foreach (var dimension in Dimensions)
            hash.Add(dimension);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Dimensions is [0]
            ? $"Vector<{ItemType}>"
            : $"Vector<{ItemType}, {string.Join(", ", Dimensions.Select(d => d == 0 ? "*" : d.ToString(System.Globalization.CultureInfo.InvariantCulture)))}>";

    private static Type BufferType(PrimitiveDataViewType itemType)
    {
        ArgumentNullException.ThrowIfNull(itemType);
        return typeof(VBuffer<>).MakeGenericType(itemType.RawType);
    }
}
