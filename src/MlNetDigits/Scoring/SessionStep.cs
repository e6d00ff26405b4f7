using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>An ONNX step of any graph with batches: single rows by ML.NET, many rows by one session of ONNX Runtime.</summary>
/// <param name="onnx">The step; it is owned.</param>
/// <param name="columns">Names of the columns.</param>
/// <param name="root">Scores the step's graph; it is owned.</param>
internal sealed class SessionStep(ITransformer onnx, ScoredColumns columns, SessionScorer root) : ScoringStep(onnx, columns, root, divisor: 1)
{
    public override IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => Onnx.GetRowToRowMapper(inputSchema);
}
