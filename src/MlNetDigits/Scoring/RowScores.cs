using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>What a scorer says of one row, computed once wherever the row moves.</summary>
/// <param name="row">The row.</param>
/// <param name="pixels">Reads the row's pixels.</param>
/// <param name="scorer">The scorer; it is owned.</param>
/// <param name="columns">Names of the columns.</param>
internal sealed class RowScores(DataViewRow row, PixelReader pixels, IImageScorer scorer, ScoredColumns columns) : ComputedColumns
{
    private readonly float[] _image = new float[scorer.Pixels];
    private readonly float[] _scores = new float[scorer.Classes];
    private readonly long[] _label = new long[1];
    private readonly float[] _digitScore = new float[scorer.DigitScores];
    private long _scored = long.MinValue;

    public override Delegate GetterOf(string column) =>
        column == columns.Score ? (ValueGetter<VBuffer<float>>)GetScore : column == columns.Label ? (ValueGetter<VBuffer<long>>)GetLabel : (ValueGetter<VBuffer<float>>)GetDigitScore;

    public override void Dispose() => scorer.Dispose();

    private void GetScore(ref VBuffer<float> value)
    {
        Score();
        Write(ref value, _scores);
    }

    private void GetLabel(ref VBuffer<long> value)
    {
        Score();
        Write(ref value, _label);
    }

    private void GetDigitScore(ref VBuffer<float> value)
    {
        Score();
        Write(ref value, _digitScore);
    }

    private void Score()
    {
        if (row.Position == _scored)
            return;
        _scored = long.MinValue;
        pixels.Read(_image);
        scorer.Score(_image, _scores, _label, _digitScore);
        _scored = row.Position;
    }
}
