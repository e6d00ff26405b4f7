using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>An ONNX step of any graph with batches: single rows by ML.NET, many rows by one session of ONNX Runtime.</summary>
/// <param name="onnx">The step; it is owned.</param>
/// <param name="graph">The step's graph.</param>
internal sealed class SessionStep(ITransformer onnx, ScoringGraph graph) : ScoringStep(onnx, graph.Columns, graph.Divisor)
{
    public override IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => Onnx.GetRowToRowMapper(inputSchema);

    protected override IImageScorer CreateScorer() => graph.CreateScorer(threads: 0);
}
