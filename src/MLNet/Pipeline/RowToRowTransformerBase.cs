using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>A transformer that adds columns row by row.</summary>
public abstract class RowToRowTransformerBase : ITransformer
{
    private protected RowToRowTransformerBase(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        Host = host;
    }

    private protected IHost Host { get; }

    bool ITransformer.IsRowToRowMapper => true;

    /// <summary>Gives the input's columns with the added ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input lacks a column, or one is of another type.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => MakeRowMapper(inputSchema).OutputSchema;

    /// <summary>Gives the input with the added columns, computed when they are read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input lacks a column, or one is of another type.</exception>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return MakeView(input);
    }

    IRowToRowMapper ITransformer.GetRowToRowMapper(DataViewSchema inputSchema) => MakeRowMapper(inputSchema);

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        SaveModel(ctx);
    }

    /// <summary>Checks the input's columns and makes the mapper over them.</summary>
    private protected abstract RowMapper MakeRowMapper(DataViewSchema inputSchema);

    /// <summary>Names the model's loader and writes what it reads.</summary>
    private protected abstract void SaveModel(ModelSaveContext ctx);

    /// <summary>Makes the output; override it to compute rows otherwise than one by one.</summary>
    private protected virtual IDataView MakeView(IDataView input) => new MappedView(input, MakeRowMapper(input.Schema));
}
