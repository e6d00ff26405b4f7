using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Reads single columns of data views.</summary>
public static class ColumnCursorExtensions
{
    /// <summary>Reads a column by name, lazily.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    /// <exception cref="InvalidOperationException">The column's values cannot be given as that type.</exception>
    public static IEnumerable<T> GetColumn<T>(this IDataView data, string columnName)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.GetColumn<T>(data.Schema[columnName]);
    }

    /// <summary>Reads a column, lazily: plain values, text as strings, vectors as arrays of their own.</summary>
    /// <exception cref="InvalidOperationException">The column's values cannot be given as that type.</exception>
    public static IEnumerable<T> GetColumn<T>(this IDataView data, DataViewSchema.Column column)
    {
        ArgumentNullException.ThrowIfNull(data);
        var converter = Converter(typeof(T), column.Type)
            ?? throw new InvalidOperationException($"Could not map a data view column '{column.Name}' of type {column.Type} to {typeof(T)}.");
        var read = typeof(ColumnCursorExtensions).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic);
        return (IEnumerable<T>)read.MakeGenericMethod(column.Type.RawType, typeof(T)).Invoke(null, [data, column, converter]);
    }

    private static Delegate Converter(Type target, DataViewType type)
    {
        if (type is TextDataViewType && target == typeof(string))
            return (Func<ReadOnlyMemory<char>, string>)(text => text.ToString());
        if (type is VectorDataViewType { ItemType: TextDataViewType } && target == typeof(string[]))
            return (Func<VBuffer<ReadOnlyMemory<char>>, string[]>)(texts => MemberValues.ToTexts(ref texts, null));
        var name = target == type.RawType ? nameof(Same)
            : type is VectorDataViewType vector && target == vector.ItemType.RawType.MakeArrayType() ? nameof(AsArray)
            : null;
        if (name is null)
            return null;
        var method = typeof(ColumnCursorExtensions).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic);
        return method.MakeGenericMethod(name == nameof(Same) ? type.RawType : type.GetItemType().RawType)
            .CreateDelegate(typeof(Func<,>).MakeGenericType(type.RawType, target));
    }

    private static IEnumerable<T> Read<TValue, T>(IDataView data, DataViewSchema.Column column, Func<TValue, T> convert)
    {
        using var cursor = data.GetRowCursor([column]);
        var getter = cursor.GetGetter<TValue>(column);
        // A fresh value each row where it is handed out itself; else one buffer serves all rows.
        var reuse = typeof(T) != typeof(TValue);
        TValue value = default;
        while (cursor.MoveNext())
        {
            getter(ref value);
            yield return convert(value);
            if (!reuse)
                value = default;
        }
    }

    private static T Same<T>(T value) => value;

    private static T[] AsArray<T>(VBuffer<T> value) => MemberValues.ToArray(ref value, null);
}
