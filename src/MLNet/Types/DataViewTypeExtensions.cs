namespace Microsoft.ML.Data;

/// <summary>Questions that every transform asks of a column's type.</summary>
internal static class DataViewTypeExtensions
{
    /// <summary>The type of a vector's items, or the type itself.</summary>
    public static DataViewType GetItemType(this DataViewType type) => type is VectorDataViewType vector ? vector.ItemType : type;

    /// <summary>The length of a vector, 1 for a scalar, 0 when it varies.</summary>
    public static int GetValueCount(this DataViewType type) => type is VectorDataViewType vector ? vector.Size : 1;

    /// <summary>The number of keys of a key or a vector of keys, 0 for other types.</summary>
    public static ulong GetItemKeyCount(this DataViewType type) => type.GetItemType() is KeyDataViewType key ? key.Count : 0;

    /// <summary>The plain type that .NET values of <paramref name="rawType"/> have by default, or null.</summary>
    public static PrimitiveDataViewType PrimitiveFromRaw(Type rawType) =>
        rawType == typeof(bool) ? BooleanDataViewType.Instance
        : rawType == typeof(ReadOnlyMemory<char>) || rawType == typeof(string) ? TextDataViewType.Instance
        : rawType == typeof(DateTime) ? DateTimeDataViewType.Instance
        : rawType == typeof(DateTimeOffset) ? DateTimeOffsetDataViewType.Instance
        : rawType == typeof(TimeSpan) ? TimeSpanDataViewType.Instance
        : rawType == typeof(DataViewRowId) ? RowIdDataViewType.Instance
        : NumberFromRaw(rawType);

    private static NumberDataViewType NumberFromRaw(Type rawType) => rawType.IsEnum ? null : Type.GetTypeCode(rawType) switch
    {
        TypeCode.SByte => NumberDataViewType.SByte,
        TypeCode.Byte => NumberDataViewType.Byte,
        TypeCode.Int16 => NumberDataViewType.Int16,
        TypeCode.UInt16 => NumberDataViewType.UInt16,
        TypeCode.Int32 => NumberDataViewType.Int32,
        TypeCode.UInt32 => NumberDataViewType.UInt32,
        TypeCode.Int64 => NumberDataViewType.Int64,
        TypeCode.UInt64 => NumberDataViewType.UInt64,
        TypeCode.Single => NumberDataViewType.Single,
        TypeCode.Double => NumberDataViewType.Double,
        _ => null,
    };
}
