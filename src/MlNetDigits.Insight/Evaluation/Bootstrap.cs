using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Evaluation;

/// <summary>Draws images with replacement again and again to see how metrics would vary.</summary>
/// <remarks>Source: Efron and Tibshirani, "An introduction to the bootstrap", 1993, percentile intervals (chapter 13). Equal seeds give equal bits for any number of threads.</remarks>
internal sealed class Bootstrap(ScoredImages images)
{
    private const int LogLoss = 0, MacroAccuracy = 1, MacroF1 = 2, ClassF1 = 3;

    /// <summary>Each image's place in the confusion table.</summary>
    private readonly int[] _cells = [.. images.Labels.Zip(images.PredictedClasses, (label, answer) => (label * images.Classes) + answer)];
    private readonly double[] _losses = [.. Enumerable.Range(0, images.Count).Select(images.LossOf)];

    private int Figures => ClassF1 + images.Classes;

    public BootstrapIntervals Run(EvaluationOptions options)
    {
        var samples = new double[options.BootstrapSamples][];
        Parallel.For(0, samples.Length, sample =>
            samples[sample] = Measure(new RandomStream(RandomStream.Mix((ulong)options.Seed, (ulong)sample))));
        double[] estimates = Measure(stream: null);
        ConfidenceInterval[] intervals = [.. estimates.Select((estimate, figure) => Interval(estimate, [.. samples.Select(sample => sample[figure])], options.ConfidenceLevel))];
        return new BootstrapIntervals(intervals[LogLoss], intervals[MacroAccuracy], intervals[MacroF1], intervals[ClassF1..]);
    }

    /// <summary>Draws as many images as there are, with replacement, or takes each once.</summary>
    private double[] Measure(RandomStream? stream)
    {
        var counts = new int[images.Classes * images.Classes];
        double loss = 0;
        RandomStream random = stream.GetValueOrDefault();
        for (int i = 0; i < _cells.Length; i++)
        {
            int image = stream is null ? i : random.Next(_cells.Length);
            loss += _losses[image];
            counts[_cells[image]]++;
        }

        int[] support = new int[images.Classes], predicted = new int[images.Classes], hits = new int[images.Classes];
        for (int cell = 0; cell < counts.Length; cell++)
        {
            (int label, int answer) = Math.DivRem(cell, images.Classes);
            support[label] += counts[cell];
            predicted[answer] += counts[cell];
            if (label == answer) hits[label] = counts[cell];
        }

        var figures = new double[Figures];
        figures[LogLoss] = loss / _cells.Length;
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
