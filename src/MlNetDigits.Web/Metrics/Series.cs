using System.Text;

namespace MlNetDigits.Web.Metrics;

/// <summary>One labelled value, or the counts of a histogram; safe for many threads.</summary>
internal sealed class Series(double[]? bounds)
{
    private readonly long[] _counts = new long[bounds is null ? 0 : bounds.Length + 1];
    private double _sum;

    public void Add(double value, bool replaces)
    {
        if (bounds is not null)
        {
            var bucket = 0;
            while (bucket < bounds.Length && value > bounds[bucket])
                bucket++;
            Interlocked.Increment(ref _counts[bucket]);
        }

        double old, sum;
        do
        {
            old = Volatile.Read(ref _sum);
            sum = replaces ? value : old + value;
        }
        while (Interlocked.CompareExchange(ref _sum, sum, old) != old && !double.IsNaN(old));
    }

    public void Write(StringBuilder text, string name, string labels)
    {
        if (bounds is null)
        {
            PrometheusText.Line(text, name, labels, Volatile.Read(ref _sum));
            return;
        }

        long total = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            total += Volatile.Read(ref _counts[i]);
            var bound = i < bounds.Length ? PrometheusText.Number(bounds[i]) : "+Inf";
            PrometheusText.Line(text, name + "_bucket", $"{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound}\"", total);
        }

        PrometheusText.Line(text, name + "_sum", labels, Volatile.Read(ref _sum));
        PrometheusText.Line(text, name + "_count", labels, total);
    }
}
