using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Scoring;

/// <summary>An ONNX step of any graph with batches: single rows by ML.NET, many rows by one session of ONNX Runtime.</summary>
/// <param name="onnx">The step; it is owned.</param>
/// <param name="graph">The bytes of its ONNX file.</param>
/// <param name="columns">Names of its input and outputs, which the columns are called by.</param>
/// <param name="pixels">Values of one image.</param>
internal sealed class SessionStep(ITransformer onnx, byte[] graph, ScoredColumns columns, int pixels) : ScoringStep(onnx, columns, 1)
{
    private bool? _takesBatches;

    /// <summary>Whether a graph says that it scores batches: a probability for each class and, if asked for, a class as a number.</summary>
    public static bool CanServe(OnnxModel model, ScoredColumns columns)
    {
        return Has(columns.Score, OnnxElementType.Float, rank: 2) && (columns.Label is null || Has(columns.Label, OnnxElementType.Int64, rank: 1));

        bool Has(string name, OnnxElementType type, int rank) =>
            model.Graph.Outputs.FirstOrDefault(output => output.Name == name) is { Dimensions: [{ Size: null }, ..] sizes } output
            && output.ElementType == type && sizes.Count == rank && sizes.Skip(1).All(dimension => dimension.Size is > 0);
    }

    public override IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => Onnx.GetRowToRowMapper(inputSchema);

    public override ComputedColumns? ComputeAhead(IDataView input) => (_takesBatches ??= TryBatch()) ? base.ComputeAhead(input) : null;

    protected override IImageScorer CreateScorer(int threads)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        return new SessionScorer(new InferenceSession(graph, options), Columns, pixels);
    }

    /// <summary>A graph may say that it takes batches and yet be made for one image.</summary>
    private bool TryBatch()
    {
        const int Two = 2;
        try
        {
            IImageScorer scorer = Shared();
            scorer.Score(new float[Two * scorer.Pixels], new float[Two * scorer.Classes], new long[Two]);
            return true;
        }
        catch (OnnxRuntimeException)
        {
            return false;
        }
    }
}
