using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>What a scorer says of many rows, computed block by block ahead of the row that is read.</summary>
/// <param name="cursor">Rows with their pixels; it is owned.</param>
/// <param name="pixels">Reads the pixels of the cursor's row.</param>
/// <param name="scorer">The scorer, which others use too.</param>
/// <param name="columns">Names of the columns.</param>
internal sealed class ScoresAhead(DataViewRowCursor cursor, PixelReader pixels, IImageScorer scorer, ScoredColumns columns) : ComputedColumns
{
    /// <summary>Enough that threads seldom wait for each other; 800 KB of digits.</summary>
    private const int Block = 256;

    private readonly float[] _images = new float[Block * scorer.Pixels];
    private readonly float[] _scores = new float[Block * scorer.Classes];
    private readonly long[] _labels = new long[Block];
    private readonly float[] _digitScores = new float[Block * scorer.DigitScores];
    private int _row = -1;
    private int _count;

    public override Delegate GetterOf(string column) =>
        column == columns.Score ? (ValueGetter<VBuffer<float>>)GetScore : column == columns.Label ? (ValueGetter<VBuffer<long>>)GetLabel : (ValueGetter<VBuffer<float>>)GetDigitScore;

    public override void MoveNext()
    {
        if (++_row >= _count)
            ScoreBlock();
    }

    public override void Dispose() => cursor.Dispose();

    private void ScoreBlock()
    {
        _row = 0;
        for (_count = 0; _count < Block && cursor.MoveNext(); _count++)
            pixels.Read(_images.AsSpan(_count * scorer.Pixels, scorer.Pixels));
        scorer.Score(_images.AsSpan(0, _count * scorer.Pixels), _scores.AsSpan(0, _count * scorer.Classes), _labels.AsSpan(0, _count), _digitScores.AsSpan(0, _count * scorer.DigitScores));
    }

    private void GetScore(ref VBuffer<float> value) => Write<float>(ref value, _scores.AsSpan(_row * scorer.Classes, scorer.Classes));

    private void GetLabel(ref VBuffer<long> value) => Write<long>(ref value, _labels.AsSpan(_row, 1));

    private void GetDigitScore(ref VBuffer<float> value) => Write<float>(ref value, _digitScores.AsSpan(_row, 1));
}
