using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Training;

/// <summary>Reads a column of keys and the names that the keys stand for.</summary>
internal static class KeyColumn
{
    /// <summary>Gets the raw key of the row: 0 is missing, 1 the first class.</summary>
    public static Func<ulong> Getter(DataViewRow row, DataViewSchema.Column column)
    {
        return Type.GetTypeCode(column.Type.RawType) switch
        {
            TypeCode.Byte => Get<byte>(value => value),
            TypeCode.UInt16 => Get<ushort>(value => value),
            TypeCode.UInt32 => Get<uint>(value => value),
            _ => Get<ulong>(value => value),
        };

        Func<ulong> Get<T>(Func<T, ulong> convert) where T : struct
        {
            ValueGetter<T> getter = row.GetGetter<T>(column);
            T value = default;
            return () =>
            {
                getter(ref value);
                return convert(value);
            };
        }
    }

    /// <summary>The names that the keys stand for, as text; null without them.</summary>
    public static string[]? Names(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull("KeyValues")?.Type is not VectorDataViewType { ItemType: var type }) return null;
        return Type.GetTypeCode(type.RawType) switch
        {
            TypeCode.Boolean => Read<bool>(column),
            TypeCode.SByte => Read<sbyte>(column),
            TypeCode.Byte => Read<byte>(column),
            TypeCode.Int16 => Read<short>(column),
            TypeCode.UInt16 => Read<ushort>(column),
            TypeCode.Int32 => Read<int>(column),
            TypeCode.UInt32 => Read<uint>(column),
            TypeCode.Int64 => Read<long>(column),
            TypeCode.UInt64 => Read<ulong>(column),
            TypeCode.Single => Read<float>(column),
            TypeCode.Double => Read<double>(column),
            _ when type is TextDataViewType => Read<ReadOnlyMemory<char>>(column),
            _ => null,
        };
    }

    /// <summary>Names from 0, for keys that stand for nothing.</summary>
    public static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private static string[] Read<T>(DataViewSchema.Column column)
    {
        VBuffer<T> values = default;
        column.GetKeyValues(ref values);
        return [.. values.DenseValues().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)!)];
    }
}
