namespace Microsoft.ML.Data;

/// <summary>Keys into a set of known size: raw 0 is missing, raw 1 the first key.</summary>
public sealed class KeyDataViewType : PrimitiveDataViewType
{
    /// <summary>Describes keys held in an unsigned integer type, of <paramref name="count"/> values.</summary>
    /// <exception cref="ArgumentException">The type is no unsigned integer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is zero or does not fit the type.</exception>
    public KeyDataViewType(Type type, ulong count) : base(type)
    {
        if (!IsValidDataType(type))
            throw new ArgumentException($"Keys need the type Byte, UInt16, UInt32 or UInt64, not {type}.", nameof(type));
        if (count == 0 || count > MaxCount(type))
            throw new ArgumentOutOfRangeException(nameof(count), $"A key of type {type.Name} has 1 to {MaxCount(type)} values, not {count}.");
        Count = count;
    }

    /// <summary>Describes keys held in an unsigned integer type, of <paramref name="count"/> values.</summary>
    /// <exception cref="ArgumentException">The type is no unsigned integer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive or does not fit the type.</exception>
    public KeyDataViewType(Type type, int count)
        : this(type, count > 0 ? (ulong)count : throw new ArgumentOutOfRangeException(nameof(count), $"A key has at least 1 value, not {count}."))
    {
    }

    /// <summary>The number of keys, missing not counted.</summary>
    public ulong Count { get; }

    /// <summary>Tells whether keys can be held in <paramref name="type"/>.</summary>
    public static bool IsValidDataType(Type type) =>
        type == typeof(uint) || type == typeof(byte) || type == typeof(ushort) || type == typeof(ulong);

    /// <inheritdoc/>
    public override bool Equals(DataViewType other) =>
        other is KeyDataViewType key && key.RawType == RawType && key.Count == Count;

    /// <inheritdoc/>
    public override bool Equals(object other) => other is DataViewType type && Equals(type);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RawType, Count);

    /// <inheritdoc/>
    public override string ToString() => $"Key<{RawType.Name}, 0-{Count - 1}>";

    internal static ulong MaxCount(Type type) =>
        type == typeof(byte) ? byte.MaxValue : type == typeof(ushort) ? ushort.MaxValue : type == typeof(uint) ? uint.MaxValue : ulong.MaxValue;
}
