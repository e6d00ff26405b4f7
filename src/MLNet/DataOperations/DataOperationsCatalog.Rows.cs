using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    /// <summary>Gives the first rows of the data.</summary>
    /// <param name="input">The rows to choose from.</param>
    /// <param name="count">The most rows to give.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IDataView TakeRows(IDataView input, long count)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new SlicedView(input, 0, count);
    }

    /// <summary>Gives the rows after the first ones.</summary>
    /// <param name="input">The rows to choose from.</param>
    /// <param name="count">The number of rows to leave out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IDataView SkipRows(IDataView input, long count)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new SlicedView(input, count, long.MaxValue);
    }

    /// <summary>Gives the rows in random order, the same on every pass.</summary>
    /// <param name="input">The rows to shuffle.</param>
    /// <param name="seed">The seed of the order. <value>null: drawn from the context's</value></param>
    /// <param name="shufflePoolSize">How many rows are held in memory to draw from. <value>1000</value></param>
    /// <param name="shuffleSource">Whether data that can shuffle itself is asked to as well. <value>true</value></param>
    /// <exception cref="ArgumentOutOfRangeException">The pool holds less than one row.</exception>
    public IDataView ShuffleRows(IDataView input, int? seed = null, int shufflePoolSize = 1000, bool shuffleSource = true)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfLessThan(shufflePoolSize, 1);
        return new ShuffledView(input, seed ?? DrawSeed(), shufflePoolSize, shuffleSource);
    }

    /// <summary>Gives each row as often as a Poisson draw of mean 1 says.</summary>
    /// <param name="input">The rows to draw from.</param>
    /// <param name="seed">The seed of the draw. <value>null: drawn from the context's</value></param>
    /// <param name="complement">Whether to give the rows not drawn instead. <value>false</value></param>
    public IDataView BootstrapSample(IDataView input, int? seed = null, bool complement = false)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new BootstrapView(input, seed ?? DrawSeed(), complement);
    }

    /// <summary>Keeps columns in memory once they have been read.</summary>
    /// <param name="input">The rows to keep.</param>
    /// <param name="columnsToPrefetch">Columns that are read together with the first column asked for.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column to prefetch is missing.</exception>
    public IDataView Cache(IDataView input, params string[] columnsToPrefetch)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new CachedView(input, [.. (columnsToPrefetch ?? []).Select(name => PrefetchIndex(input.Schema, name)).Distinct()]);
    }

    private static int PrefetchIndex(DataViewSchema schema, string name) =>
        schema.GetColumnOrNull(name)?.Index ?? throw SchemaErrors.MissingColumn("columnsToPrefetch", "prefetch", name);

    private int DrawSeed() => Environment.RegisterHost("Rows").Rand.Next();
}
