using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Steps and filters that run code of the caller's on objects.</summary>
public static class CustomMappingCatalog
{
    /// <summary>Computes columns by an action from one object to another.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="mapAction">Fills the second object from the first; both are reused from row to row.</param>
    /// <param name="contractName">The name of the factory that gives the action to loaded models, or null to do without saving.</param>
    /// <param name="inputSchemaDefinition">How columns become members of the input. <value>null: by their attributes</value></param>
    /// <param name="outputSchemaDefinition">How members of the output become columns. <value>null: by their attributes</value></param>
    public static CustomMappingEstimator<TSrc, TDst> CustomMapping<TSrc, TDst>(
        this TransformsCatalog catalog,
        Action<TSrc, TDst> mapAction,
        string contractName,
        SchemaDefinition inputSchemaDefinition = null,
        SchemaDefinition outputSchemaDefinition = null)
        where TSrc : class, new()
        where TDst : class, new()
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new CustomMappingEstimator<TSrc, TDst>(catalog.Environment, mapAction, contractName, inputSchemaDefinition, outputSchemaDefinition);
    }

    /// <summary>Drops the rows for which a predicate is true.</summary>
    /// <param name="catalog">The data operations.</param>
    /// <param name="input">The rows to choose from.</param>
    /// <param name="filterPredicate">True for rows to drop; the object is reused from row to row.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column of the objects is missing.</exception>
    public static IDataView FilterByCustomPredicate<TSrc>(this DataOperationsCatalog catalog, IDataView input, Func<TSrc, bool> filterPredicate)
        where TSrc : class, new()
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(filterPredicate);
        var binding = new RowBinding<TSrc>(input.Schema, ignoreMissingColumns: false);
        return new FilteredView(input, [.. binding.Columns], row => IsKept(binding.MakeFiller(row), new TSrc(), filterPredicate));
    }

    private static Func<bool> IsKept<TSrc>(Action<TSrc> fill, TSrc source, Func<TSrc, bool> drops) => () =>
    {
        fill(source);
        return !drops(source);
    };
}
