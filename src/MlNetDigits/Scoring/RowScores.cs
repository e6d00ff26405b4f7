using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Scoring;

/// <summary>What a scorer says of one row, computed once wherever the row moves.</summary>
/// <param name="row">The row.</param>
/// <param name="pixels">Reads the row's pixels.</param>
/// <param name="scorer">The scorer; it is owned.</param>
/// <param name="scoreColumn">Name of the column of probabilities; another one asked for is that of the label.</param>
internal sealed class RowScores(DataViewRow row, PixelReader pixels, IImageScorer scorer, string scoreColumn) : ComputedColumns
{
    private readonly float[] _image = new float[scorer.Pixels];
    private readonly float[] _scores = new float[scorer.Classes];
    private readonly long[] _label = new long[1];
    private long _scored = long.MinValue;

    public override Delegate GetterOf(string column) => column == scoreColumn ? (ValueGetter<VBuffer<float>>)GetScore : (ValueGetter<VBuffer<long>>)GetLabel;

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

    private void Score()
    {
        if (row.Position == _scored)
            return;
        _scored = long.MinValue;
        pixels.Read(_image);
        scorer.Score(_image, _scores, _label);
        _scored = row.Position;
    }
}
