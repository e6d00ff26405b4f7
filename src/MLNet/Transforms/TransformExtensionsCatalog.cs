using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Steps that copy, join, keep and drop columns.</summary>
public static class TransformExtensionsCatalog
{
    /// <summary>Joins columns of one item type into a vector.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The vector column to make.</param>
    /// <param name="inputColumnNames">The columns to join, scalars or vectors, in this order.</param>
    public static ColumnConcatenatingEstimator Concatenate(this TransformsCatalog catalog, string outputColumnName, params string[] inputColumnNames) =>
        new(EnvironmentOf(catalog), outputColumnName, inputColumnNames);

    /// <summary>Gives a column a second name.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The column to make.</param>
    /// <param name="inputColumnName">The column to copy.</param>
    public static ColumnCopyingEstimator CopyColumns(this TransformsCatalog catalog, string outputColumnName, string inputColumnName) =>
        new(EnvironmentOf(catalog), NamePairs.Of(outputColumnName, inputColumnName));

    /// <summary>Drops columns, and the hidden ones of their names.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="columnNames">The columns to drop.</param>
    public static ColumnSelectingEstimator DropColumns(this TransformsCatalog catalog, params string[] columnNames) =>
        new(EnvironmentOf(catalog), columnNames, keeps: false, keepHidden: false);

    /// <summary>Keeps the named columns only, in the order of the names.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="columnNames">The columns to keep.</param>
    public static ColumnSelectingEstimator SelectColumns(this TransformsCatalog catalog, params string[] columnNames) =>
        SelectColumns(catalog, columnNames, false);

    /// <summary>Keeps the named columns only, with those they hide or without.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="columnNames">The columns to keep.</param>
    /// <param name="keepHidden">Whether hidden columns of these names stay, still hidden.</param>
    public static ColumnSelectingEstimator SelectColumns(this TransformsCatalog catalog, string[] columnNames, bool keepHidden) =>
        new(EnvironmentOf(catalog), columnNames, keeps: true, keepHidden);

    private static IHostEnvironment EnvironmentOf(TransformsCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.Environment;
    }
}
