using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Reads columns as objects of their own, for previews and other code off the hot paths.</summary>
internal static class BoxedReader
{
    private static readonly MethodInfo _make = typeof(BoxedReader).GetMethod(nameof(MakeTyped), BindingFlags.Static | BindingFlags.NonPublic);

    /// <summary>A function that reads the column of the row wherever it is.</summary>
    public static Func<object> Make(DataViewRow row, DataViewSchema.Column column) =>
        (Func<object>)_make.MakeGenericMethod(column.Type.RawType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [row, column], null);

    private static Func<object> MakeTyped<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<T>(column);
        return () =>
        {
            T value = default;
            getter(ref value);
            return value;
        };
    }
}
