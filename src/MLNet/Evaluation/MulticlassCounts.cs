using System.Numerics.Tensors;

namespace Microsoft.ML.Data;

/// <summary>Counts scored rows, one after the other, and makes metrics of them.</summary>
internal sealed class MulticlassCounts
{
    private const double SmallestProbability = 1e-15;

    private readonly int _classes;
    private readonly double[][] _confusion;
    private readonly double[] _rowsOfClass;
    private readonly double[] _lossOfClass;
    // How many rows' true class came first, second and so on; the last place is for labels without a score.
    private readonly long[] _ranks;
    private double _loss;
    private long _rows;
    private long _correct;

    public MulticlassCounts(int classes)
    {
        _classes = classes;
        _confusion = [.. Enumerable.Range(0, classes).Select(_ => new double[classes])];
        _rowsOfClass = new double[classes];
        _lossOfClass = new double[classes];
        _ranks = new long[classes + 1];
    }

    /// <summary>Counts a row of the class <paramref name="label"/>; rows with scores that are no numbers are passed over.</summary>
    public void Add(ulong label, ReadOnlySpan<float> scores)
    {
        foreach (var score in scores)
            if (!float.IsFinite(score))
                return;

        _rows++;
        if (label >= (ulong)_classes)
        {
            _loss -= Math.Log(SmallestProbability);
            _ranks[_classes]++;
            return;
        }

        var actual = (int)label;
        var loss = -Math.Log(Math.Clamp(scores[actual], SmallestProbability, 1));
        _loss += loss;
        _lossOfClass[actual] += loss;
        _rowsOfClass[actual]++;
        var rank = Rank(actual, scores);
        _ranks[rank]++;
        if (rank == 0)
            _correct++;
        _confusion[actual][rank == 0 ? actual : TensorPrimitives.IndexOfMax(scores)]++;
    }

    public MulticlassClassificationMetrics ToMetrics(string[] names, int topK)
    {
        var present = _rowsOfClass.Count(rows => rows > 0);
        var logLoss = _rows == 0 ? 0 : _loss / _rows;
        var entropy = _rows == 0 ? double.NaN : _rowsOfClass.Sum(rows => rows == 0 ? 0 : -rows / _rows * Math.Log(rows / _rows));
        var topKs = topK == 0 ? null : TopKAccuracies(topK);
        return new MulticlassClassificationMetrics
        {
            MicroAccuracy = _rows == 0 ? 0 : (double)_correct / _rows,
            MacroAccuracy = present == 0 ? 0 : Enumerable.Range(0, _classes).Sum(i => _rowsOfClass[i] == 0 ? 0 : _confusion[i][i] / _rowsOfClass[i]) / present,
            LogLoss = logLoss,
            LogLossReduction = (entropy - logLoss) / entropy,
            PerClassLogLoss = [.. _lossOfClass.Zip(_rowsOfClass, (loss, rows) => rows == 0 ? 0 : loss / rows)],
            TopKPredictionCount = topK,
            TopKAccuracy = topKs?[^1] ?? 0,
            TopKAccuracyForAllK = topKs,
            ConfusionMatrix = new ConfusionMatrix(_confusion, names),
        };
    }

    /// <summary>How many classes come before the actual one: those scored higher, and earlier ones scored the same.</summary>
    private static int Rank(int actual, ReadOnlySpan<float> scores)
    {
        var own = scores[actual];
        var rank = 0;
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] > own || (scores[i] == own && i < actual))
                rank++;
        return rank;
    }

    private double[] TopKAccuracies(int topK)
    {
        var accuracies = new double[topK];
        var within = 0L;
        for (var i = 0; i < topK; i++)
        {
            within += _ranks[i];
            accuracies[i] = _rows == 0 ? 0 : (double)within / _rows;
        }
        return accuracies;
    }
}
