using Microsoft.ML;

namespace MlNetDigits.Scoring;

/// <summary>An ONNX step that scores images, many at a time by another scorer than ONNX Runtime row by row.</summary>
/// <param name="onnx">The step; it is owned.</param>
/// <param name="columns">Names of the columns.</param>
/// <param name="divisor">What pixels are divided by before the scorer sees them.</param>
internal abstract class ScoringStep(ITransformer onnx, ScoredColumns columns, float divisor) : ComputedStep(onnx)
{
    private readonly Lock _gate = new();
    private IImageScorer? _scorer;
    private bool _disposed;

    /// <summary>Names of the columns.</summary>
    protected ScoredColumns Columns => columns;

    public override IEnumerable<string> AddedColumns => columns.Label is null ? [columns.Score] : [columns.Score, columns.Label];

    public override DataViewSchema.Column InputOf(DataViewSchema schema) => schema[columns.Input];

    public override ComputedColumns Compute(DataViewRow input) => new RowScores(input, Pixels(input), CreateScorer(threads: 1), columns.Score);

    public override ComputedColumns? ComputeAhead(IDataView input)
    {
        DataViewRowCursor cursor = input.GetRowCursor([InputOf(input.Schema)]);
        return new ScoresAhead(cursor, Pixels(cursor), Shared(), columns.Score);
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _scorer?.Dispose();
        }

        base.Dispose();
    }

    /// <summary>Makes a scorer with memory and threads of its own.</summary>
    /// <param name="threads">Threads for larger batches; 0: one for each processor.</param>
    protected abstract IImageScorer CreateScorer(int threads);

    /// <summary>The scorer of all views: made at the first one, since threads and a copy of the weights are no use to single rows.</summary>
    protected IImageScorer Shared()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _scorer ??= CreateScorer(threads: 0);
        }
    }

    private PixelReader Pixels(DataViewRow row) => new(row, InputOf(row.Schema), divisor);
}
