using Microsoft.ML;

namespace MlNetDigits.Scoring;

/// <summary>An ONNX step that scores images, many at a time by another scorer than ONNX Runtime row by row.</summary>
/// <param name="onnx">The step; it is owned.</param>
/// <param name="columns">Names of the columns.</param>
/// <param name="root">Scorer that all others share the weights of; it is owned.</param>
/// <param name="divisor">What pixels are divided by before the scorer sees them.</param>
internal abstract class ScoringStep(ITransformer onnx, ScoredColumns columns, IImageScorer root, float divisor) : ComputedStep(onnx)
{
    private readonly Lock _gate = new();
    private IImageScorer? _forViews;
    private bool _disposed;

    public override IEnumerable<string> AddedColumns => columns.Added;

    public override DataViewSchema.Column InputOf(DataViewSchema schema) => schema[columns.Input];

    public override ComputedColumns Compute(DataViewRow input) => new RowScores(input, Pixels(input), root.Share(threads: 1), columns);

    public override ComputedColumns? ComputeAhead(IDataView input)
    {
        DataViewRowCursor cursor = input.GetRowCursor([InputOf(input.Schema)]);
        return new ScoresAhead(cursor, Pixels(cursor), ForViews(), columns);
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _forViews?.Dispose();
            root.Dispose();
        }

        base.Dispose();
    }

    /// <summary>The scorer of all views: made at the first one, since threads are no use to single rows.</summary>
    private IImageScorer ForViews()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _forViews ??= root.Share(threads: 0);
        }
    }

    private PixelReader Pixels(DataViewRow row) => new(row, InputOf(row.Schema), divisor);
}
