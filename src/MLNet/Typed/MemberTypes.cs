using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Leads from the .NET types of members to column types.</summary>
internal static class MemberTypes
{
    /// <summary>The type of a field or property.</summary>
    public static Type TypeOf(MemberInfo member) =>
        member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    /// <summary>Whether values of a type are vectors, and the raw type of the values or items in a column.</summary>
    public static (bool IsVector, Type RawItem) Shape(Type type, string member)
    {
        var isBuffer = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(VBuffer<>);
        var item = type.IsArray && type.GetArrayRank() == 1 ? type.GetElementType() : isBuffer ? type.GetGenericArguments()[0] : type;
        var primitive = DataViewTypeExtensions.PrimitiveFromRaw(item)
            ?? throw new ArgumentException($"Could not determine a column type for member '{member}' of type {type}: use numbers, bool, string, DateTime, TimeSpan or arrays of them, or mark it [NoColumn].", nameof(type));
        return (item != type, primitive.RawType);
    }

    /// <summary>The column type that a member has by its own type and attributes.</summary>
    public static DataViewType Infer(MemberInfo member)
    {
        var (isVector, rawItem) = Shape(TypeOf(member), member.Name);
        var item = DataViewTypeExtensions.PrimitiveFromRaw(rawItem);
        if (member.GetCustomAttribute<KeyTypeAttribute>() is { } key)
        {
            if (!KeyDataViewType.IsValidDataType(rawItem))
                throw new ArgumentException($"Member '{member.Name}' is marked with KeyType, which needs byte, ushort, uint or ulong, not {rawItem}.", nameof(member));
            item = new KeyDataViewType(rawItem, key.Count ?? KeyDataViewType.MaxCount(rawItem));
        }
        var vector = member.GetCustomAttribute<VectorTypeAttribute>();
        if (vector is not null && !isVector)
            throw new ArgumentException($"Member '{member.Name}' is marked with VectorType, but {TypeOf(member)} is no array or VBuffer.", nameof(member));
        if (!isVector)
            return item;
        return vector is { Dimensions.Length: > 0 } ? new VectorDataViewType(item, vector.Dimensions) : new VectorDataViewType(item);
    }

    /// <summary>Whether a column's values can be held in a member of a type.</summary>
    public static bool Fits(DataViewType column, Type memberType, string member)
    {
        var (isVector, rawItem) = Shape(memberType, member);
        return isVector == column is VectorDataViewType && column.GetItemType().RawType == rawItem;
    }

    /// <summary>A getter of a fixed value, typed by the column type it is given for.</summary>
    public static Delegate ConstantGetter<T>(T value, DataViewType type)
    {
        if (type.RawType == typeof(T))
            return type is VectorDataViewType ? CopyGetter((dynamic)value) : (ValueGetter<T>)((ref T result) => result = value);
        return (value, type) switch
        {
            (string text, TextDataViewType) => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> result) => result = text.AsMemory()),
            (string[] texts, VectorDataViewType { ItemType: TextDataViewType }) => CopyGetter(TextBuffer(texts)),
            (Array array, VectorDataViewType vector) when array.GetType().GetElementType() == vector.ItemType.RawType => ArrayGetter((dynamic)array),
            _ => throw new ArgumentException($"A value of type {typeof(T)} is no annotation of type {type}.", nameof(value)),
        };
    }

    private static Delegate ArrayGetter<T>(T[] array) => CopyGetter(new VBuffer<T>(array.Length, [.. array]));

    private static Delegate CopyGetter<T>(VBuffer<T> value) => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> result) => value.CopyTo(ref result));

    private static VBuffer<ReadOnlyMemory<char>> TextBuffer(string[] texts) =>
        new(texts.Length, Array.ConvertAll(texts, text => text.AsMemory()));
}
