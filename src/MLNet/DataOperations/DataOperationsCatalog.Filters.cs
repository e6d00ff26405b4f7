using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    /// <summary>Keeps rows whose number in a column lies in a range.</summary>
    /// <param name="input">The rows to choose from.</param>
    /// <param name="columnName">A column of type Single or Double; rows with NaN are dropped.</param>
    /// <param name="lowerBound">The least number that is kept.</param>
    /// <param name="upperBound">The number from which on rows are dropped.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or no number, or the bounds cross.</exception>
    public IDataView FilterRowsByColumn(
        IDataView input,
        string columnName,
        double lowerBound = double.NegativeInfinity,
        double upperBound = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!(lowerBound <= upperBound))
            throw new ArgumentOutOfRangeException(nameof(upperBound), $"The upper bound {upperBound} must not be below the lower bound {lowerBound}.");
        var column = input.Schema[columnName];
        if (column.Type != NumberDataViewType.Single && column.Type != NumberDataViewType.Double)
            throw SchemaErrors.Mismatch(nameof(columnName), "filter", columnName, "Single or Double", $"{column.Type}");
        return new FilteredView(input, [column], row => RowTests.InRange(row, column, lowerBound, upperBound));
    }

    /// <summary>Drops rows in which a column is missing: NaN, or a key that is not set.</summary>
    /// <param name="input">The rows to choose from.</param>
    /// <param name="columns">Columns of Single, Double or keys, or vectors of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, or its values are never missing.</exception>
    public IDataView FilterRowsByMissingValues(IDataView input, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (columns is not { Length: > 0 })
            throw new ArgumentException("Name at least one column to look at.", nameof(columns));
        var tested = Array.ConvertAll(columns, name => input.Schema.FindInput(name));
        foreach (var column in tested)
            if (!RowTests.CanBeMissing(column.Type))
                throw SchemaErrors.Mismatch(nameof(columns), "filter", column.Name, "Single, Double or Key", $"{column.Type}");
        return new FilteredView(input, tested, row => AllPresent(Array.ConvertAll(tested, column => RowTests.IsPresent(row, column))));
    }

    private static Func<bool> AllPresent(Func<bool>[] tests) => () => Array.TrueForAll(tests, test => test());
}
