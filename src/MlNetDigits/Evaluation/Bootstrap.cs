using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Evaluation;

/// <summary>Draws images with replacement again and again to see how metrics would vary.</summary>
/// <remarks>Source: Efron and Tibshirani, "An introduction to the bootstrap", 1993, percentile intervals (chapter 13). Equal seeds give equal bits for any number of threads.</remarks>
internal sealed class Bootstrap(ScoredImages images)
{
    private const int LogLoss = 0, MacroAccuracy = 1, MacroF1 = 2, ClassF1 = 3;

    private readonly int[] _labels = [.. images.Labels];
    private readonly int[] _predicted = [.. images.PredictedClasses];
    private readonly double[] _losses = [.. Enumerable.Range(0, images.Count).Select(images.LossOf)];

    private int Figures => ClassF1 + images.Classes;

    public BootstrapIntervals Run(EvaluationOptions options)
    {
        var samples = new double[options.BootstrapSamples][];
        Parallel.For(0, samples.Length, sample =>
        {
            var random = new RandomStream(RandomStream.Mix((ulong)options.Seed, (ulong)sample));
            samples[sample] = Measure(_ => random.Next(_labels.Length));
        });
        double[] estimates = Measure(image => image);
        ConfidenceInterval[] intervals = [.. estimates.Select((estimate, figure) => Interval(estimate, [.. samples.Select(sample => sample[figure])], options.ConfidenceLevel))];
        return new BootstrapIntervals(intervals[LogLoss], intervals[MacroAccuracy], intervals[MacroF1], intervals[ClassF1..]);
    }

    private double[] Measure(Func<int, int> draw)
    {
        int[] support = new int[images.Classes], predicted = new int[images.Classes], hits = new int[images.Classes];
        double loss = 0;
        for (int i = 0; i < _labels.Length; i++)
        {
            int image = draw(i);
            loss += _losses[image];
            support[_labels[image]]++;
            predicted[_predicted[image]]++;
            if (_labels[image] == _predicted[image]) hits[_labels[image]]++;
        }

        var figures = new double[Figures];
        figures[LogLoss] = loss / _labels.Length;
        for (int c = 0; c < images.Classes; c++)
            figures[ClassF1 + c] = support[c] + predicted[c] == 0 ? double.NaN : 2.0 * hits[c] / (support[c] + predicted[c]);
        int[] present = [.. Enumerable.Range(0, images.Classes).Where(c => support[c] > 0)];
        figures[MacroAccuracy] = present.Average(c => (double)hits[c] / support[c]);
        figures[MacroF1] = present.Average(c => figures[ClassF1 + c]);
        return figures;
    }

    private static ConfidenceInterval Interval(double estimate, double[] values, double level)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return sorted.Length == 0
            ? new ConfidenceInterval(estimate, double.NaN, double.NaN)
            : new ConfidenceInterval(estimate, Quantile(sorted, (1 - level) / 2), Quantile(sorted, (1 + level) / 2));
    }

    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place, above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
