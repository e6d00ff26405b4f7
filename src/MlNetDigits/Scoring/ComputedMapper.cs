using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>Maps single rows by a step's own code.</summary>
/// <param name="step">The step.</param>
/// <param name="onnx">The same mapping by ONNX Runtime, which knows the columns.</param>
internal sealed class ComputedMapper(ComputedStep step, IRowToRowMapper onnx) : IRowToRowMapper
{
    private readonly ColumnMap _columns = new(onnx.OutputSchema, onnx.InputSchema, step.AddedColumns);

    public DataViewSchema InputSchema => onnx.InputSchema;

    public DataViewSchema OutputSchema => onnx.OutputSchema;

    public IEnumerable<DataViewSchema.Column> GetDependencies(IEnumerable<DataViewSchema.Column> dependingColumns) => onnx.GetDependencies(dependingColumns);

    public DataViewRow GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns) => new ComputedRow(input, _columns, activeColumns, step.Compute(input));
}
