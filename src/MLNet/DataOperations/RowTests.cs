namespace Microsoft.ML.Data;

/// <summary>Makes tests of rows for the filters of <see cref="DataOperationsCatalog"/>.</summary>
internal static class RowTests
{
    /// <summary>True when a number is at least <paramref name="lower"/> and below <paramref name="upper"/>; false for NaN.</summary>
    public static Func<bool> InRange(DataViewRow row, DataViewSchema.Column column, double lower, double upper)
    {
        if (column.Type == NumberDataViewType.Double)
            return InRange(row.GetGetter<double>(column), lower, upper);
        if (column.Type == NumberDataViewType.Single)
            return InRange(row.GetGetter<float>(column), lower, upper);
        throw SchemaErrors.Mismatch("columnName", "filter", column.Name, "Single or Double", $"{column.Type}");
    }

    /// <summary>Whether values of the type can be missing: NaN, or the key 0.</summary>
    public static bool CanBeMissing(DataViewType type) =>
        type.GetItemType() is var item && (item is KeyDataViewType || item == NumberDataViewType.Single || item == NumberDataViewType.Double);

    /// <summary>True when a value, or each item of a vector, is there.</summary>
    public static Func<bool> IsPresent(DataViewRow row, DataViewSchema.Column column)
    {
        var raw = column.Type.GetItemType().RawType;
        return raw == typeof(float) ? IsPresent<float>(row, column, float.IsNaN)
            : raw == typeof(double) ? IsPresent<double>(row, column, double.IsNaN)
            : raw == typeof(byte) ? IsPresent<byte>(row, column, key => key == 0)
            : raw == typeof(ushort) ? IsPresent<ushort>(row, column, key => key == 0)
            : raw == typeof(uint) ? IsPresent<uint>(row, column, key => key == 0)
            : IsPresent<ulong>(row, column, key => key == 0);
    }

    private static Func<bool> InRange<T>(ValueGetter<T> getter, double lower, double upper) where T : System.Numerics.IFloatingPointIeee754<T>
    {
        T value = default;
        return () =>
        {
            getter(ref value);
            var number = double.CreateTruncating(value);
            return lower <= number && number < upper;
        };
    }

    private static Func<bool> IsPresent<T>(DataViewRow row, DataViewSchema.Column column, Predicate<T> isMissing)
    {
        if (column.Type is not VectorDataViewType)
        {
            var scalar = row.GetGetter<T>(column);
            T value = default;
            return () =>
            {
                scalar(ref value);
                return !isMissing(value);
            };
        }
        var vector = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> buffer = default;
        return () =>
        {
            vector(ref buffer);
            return !HasMissing(in buffer, isMissing);
        };
    }

    private static bool HasMissing<T>(in VBuffer<T> buffer, Predicate<T> isMissing)
    {
        if (!buffer.IsDense && isMissing(default))
            return true;
        foreach (var item in buffer.GetValues())
            if (isMissing(item))
                return true;
        return false;
    }
}
