namespace Microsoft.ML.Data;

/// <summary>Values of one column, kept in numbered slots.</summary>
internal abstract class ColumnBuffer
{
    /// <summary>Makes an empty buffer for the values of <paramref name="column"/>.</summary>
    public static ColumnBuffer Create(DataViewSchema.Column column) =>
        (ColumnBuffer)Activator.CreateInstance(typeof(ColumnBuffer<>).MakeGenericType(column.Type.RawType));

    /// <summary>Takes values from a row's column from now on.</summary>
    public abstract void Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Keeps the row's present value in a slot.</summary>
    public abstract void Load(int slot);

    /// <summary>Exchanges the values of two slots.</summary>
    public abstract void Swap(int first, int second);

    /// <summary>Makes a getter of the value in the slot that <paramref name="cursor"/> is at.</summary>
    public abstract Delegate CreateGetter(BufferedCursor cursor);
}
