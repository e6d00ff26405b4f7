namespace Microsoft.ML.Data;

/// <summary>Reads class indices from a label column of any key type or of floats.</summary>
internal static class LabelReader
{
    /// <summary>What stands for a missing, negative or fractional label.</summary>
    public const long Missing = -1;

    /// <summary>Gives the delegate that reads the row's class index, from 0.</summary>
    public static Func<long> Make(DataViewRow row, DataViewSchema.Column column)
    {
        var raw = column.Type.RawType;
        return raw == typeof(float) ? Floats(row.GetGetter<float>(column))
            : raw == typeof(uint) ? Keys(row.GetGetter<uint>(column), key => key)
            : raw == typeof(byte) ? Keys(row.GetGetter<byte>(column), key => key)
            : raw == typeof(ushort) ? Keys(row.GetGetter<ushort>(column), key => key)
            : Keys(row.GetGetter<ulong>(column), key => checked((long)key));
    }

    private static Func<long> Floats(ValueGetter<float> getter)
    {
        float value = 0;
        return () =>
        {
            getter(ref value);
            return value >= 0 && value < int.MaxValue && value == MathF.Floor(value) ? (long)value : Missing;
        };
    }

    // Raw key 0 is missing, which is -1 as an index too.
    private static Func<long> Keys<T>(ValueGetter<T> getter, Func<T, long> widen)
    {
        T value = default;
        return () =>
        {
            getter(ref value);
            return widen(value) - 1;
        };
    }
}
