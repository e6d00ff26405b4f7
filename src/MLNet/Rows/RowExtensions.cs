using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Shortcuts for code that knows a column's type only when it runs.</summary>
internal static class RowExtensions
{
    private static readonly MethodInfo _getGetter = typeof(DataViewRow).GetMethod(nameof(DataViewRow.GetGetter));

    /// <summary>The <see cref="ValueGetter{TValue}"/> of a column, typed by the column. Reflection: once per cursor, not per row.</summary>
    public static Delegate GetGetter(this DataViewRow row, DataViewSchema.Column column) =>
        (Delegate)_getGetter.MakeGenericMethod(column.Type.RawType).Invoke(row, BindingFlags.DoNotWrapExceptions, null, [column], null);

    /// <summary>Casts a getter to its type, or tells which one it has.</summary>
    public static ValueGetter<TValue> Cast<TValue>(Delegate getter, DataViewSchema.Column column) =>
        getter as ValueGetter<TValue>
        ?? throw new InvalidOperationException(getter is null
            ? $"The column '{column.Name}' was not asked for when the cursor was opened."
            : $"Invalid TValue in GetGetter: '{typeof(TValue)}', expected type: '{column.Type.RawType}' for column '{column.Name}'.");

    /// <summary>Which of a schema's columns are in <paramref name="columns"/>.</summary>
    public static bool[] ActiveSet(this DataViewSchema schema, IEnumerable<DataViewSchema.Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var active = new bool[schema.Count];
        foreach (var column in columns)
            active[schema[column.Index].Index] = true;
        return active;
    }
}
