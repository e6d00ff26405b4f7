namespace Microsoft.ML.Data;

/// <summary>Maps one row of an input to one row of an output.</summary>
public interface IRowToRowMapper
{
    /// <summary>The columns of the input.</summary>
    DataViewSchema InputSchema { get; }

    /// <summary>The columns of the output.</summary>
    DataViewSchema OutputSchema { get; }

    /// <summary>Gives the input columns needed to compute output columns.</summary>
    IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns);

    /// <summary>Gives the output row that follows an input row wherever it moves.</summary>
    DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns);
}
