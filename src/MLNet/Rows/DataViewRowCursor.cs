namespace Microsoft.ML;

/// <summary>A row that moves through a data view, forward only.</summary>
public abstract class DataViewRowCursor : DataViewRow
{
    /// <summary>Allows deriving cursors.</summary>
    protected DataViewRowCursor()
    {
    }

    /// <summary>Moves to the next row.</summary>
    /// <returns>False at the end.</returns>
    public abstract bool MoveNext();
}
