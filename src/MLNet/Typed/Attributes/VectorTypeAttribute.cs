namespace Microsoft.ML.Data;

/// <summary>Gives an array member the size that all its vectors have.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class VectorTypeAttribute : Attribute
{
    /// <summary>Leaves the size variable.</summary>
    public VectorTypeAttribute()
    {
    }

    /// <summary>Sets the size of the vectors, 0 for variable.</summary>
    /// <exception cref="ArgumentException">The size is negative.</exception>
    public VectorTypeAttribute(int size) : this([size])
    {
    }

    /// <summary>Sets the sizes of the axes, 0 for an unknown one.</summary>
    /// <exception cref="ArgumentException">A size is negative.</exception>
    public VectorTypeAttribute(params int[] dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        foreach (var size in dimensions)
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(dimensions));
        Dimensions = dimensions;
    }

    internal int[] Dimensions { get; }
}
