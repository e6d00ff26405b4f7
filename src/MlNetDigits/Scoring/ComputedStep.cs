using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>An ONNX step whose columns this library computes, since ONNX Runtime would be called for each row; saved, it is the ONNX step.</summary>
/// <param name="onnx">The step; it is owned.</param>
internal abstract class ComputedStep(ITransformer onnx) : ITransformer, IOnnxStep, IDisposable
{
    /// <inheritdoc/>
    public ITransformer Onnx => onnx;

    public bool IsRowToRowMapper => true;

    /// <summary>Names of the columns that the step adds.</summary>
    public abstract IEnumerable<string> AddedColumns { get; }

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => onnx.GetOutputSchema(inputSchema);

    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new ComputedView(this, input, new ColumnMap(onnx.GetOutputSchema(input.Schema), input.Schema, AddedColumns));
    }

    public virtual IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => new ComputedMapper(this, onnx.GetRowToRowMapper(inputSchema));

    public void Save(ModelSaveContext ctx) => onnx.Save(ctx);

    public virtual void Dispose() => (onnx as IDisposable)?.Dispose();

    /// <summary>Makes what computes the columns of one row at a time.</summary>
    /// <param name="input">The row, which moves.</param>
    public abstract ComputedColumns Compute(DataViewRow input);

    /// <summary>Makes what computes the columns of many rows, or null where that is no faster than one at a time.</summary>
    /// <param name="input">The rows in their order.</param>
    public virtual ComputedColumns? ComputeAhead(IDataView input) => null;

    /// <summary>The column that is computed from.</summary>
    public abstract DataViewSchema.Column InputOf(DataViewSchema schema);
}
