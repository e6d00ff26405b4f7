using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>A row whose columns are read through getters.</summary>
public abstract class DataViewRow : IDisposable
{
    private bool _disposed;

    /// <summary>Allows deriving rows.</summary>
    protected DataViewRow()
    {
    }

    /// <summary>The place of the row in its cursor, from 0; -1 before the first.</summary>
    public abstract long Position { get; }

    /// <summary>The number that orders rows of cursors in a set.</summary>
    public abstract long Batch { get; }

    /// <summary>The columns of the row, active or not.</summary>
    public abstract DataViewSchema Schema { get; }

    /// <summary>Gives the delegate that reads the row's identifier.</summary>
    public abstract ValueGetter<DataViewRowId> GetIdGetter();

    /// <summary>Tells whether a column can be read.</summary>
    public abstract bool IsColumnActive(DataViewSchema.Column column);

    /// <summary>Gives the delegate that reads an active column.</summary>
    /// <exception cref="InvalidOperationException">The column is inactive or of another type.</exception>
    public abstract ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column);

    /// <summary>Frees what the row holds.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the row holds; overriders call the base.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
