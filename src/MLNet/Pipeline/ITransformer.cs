using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>A fitted step that turns a data view into another.</summary>
public interface ITransformer : ICanSaveModel
{
    /// <summary>Tells whether each output row comes from one input row.</summary>
    bool IsRowToRowMapper { get; }

    /// <summary>Gives the columns that the output of such an input has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input lacks a column, or one is of another type.</exception>
    DataViewSchema GetOutputSchema(DataViewSchema inputSchema);

    /// <summary>Gives the output for an input; rows are computed when they are read.</summary>
    IDataView Transform(IDataView input);

    /// <summary>Gives the mapper from one row to one row.</summary>
    /// <exception cref="InvalidOperationException">The step is no such mapper.</exception>
    IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema);
}
