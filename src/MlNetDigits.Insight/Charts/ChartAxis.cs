using System.Globalization;

namespace MlNetDigits.Charts;

/// <summary>Maps values to places on a chart and chooses round ticks.</summary>
internal sealed class ChartAxis
{
    private readonly bool _isLogarithmic;
    private readonly double _minimum, _maximum;

    public ChartAxis(IEnumerable<double> values, bool isLogarithmic = false)
    {
        double[] finite = [.. values.Where(value => double.IsFinite(value) && (!isLogarithmic || value > 0))];
        _isLogarithmic = isLogarithmic;
        (_minimum, _maximum) = finite.Length == 0 ? (Scale(1), Scale(10)) : (Scale(finite.Min()), Scale(finite.Max()));
        if (_maximum > _minimum) return;
        double margin = isLogarithmic ? 0.5 : Math.Max(Math.Abs(_minimum) * 0.05, 1e-9);
        (_minimum, _maximum) = (_minimum - margin, _maximum + margin);
    }

    /// <summary>An axis of a range that is given.</summary>
    public ChartAxis(double minimum, double maximum, bool isLogarithmic = false)
    {
        _isLogarithmic = isLogarithmic;
        (_minimum, _maximum) = (Scale(minimum), Scale(maximum));
    }

    /// <summary>About how many ticks there are.</summary>
    public int Density { get; init; } = 5;

    /// <summary>Whether only whole numbers are ticks.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether the labels are percent.</summary>
    public bool IsPercent { get; init; }

    /// <summary>An axis from tick to tick around values that are at least 0, such as losses.</summary>
    public static ChartAxis Around(IEnumerable<double> values, bool isLogarithmic = false)
    {
        var tight = new ChartAxis(values, isLogarithmic);
        (double low, double high) = tight.Bounds();
        return new ChartAxis(isLogarithmic ? low : Math.Max(0, low), high, isLogarithmic);
    }

    /// <summary>An axis of shares that ends at 1 or below.</summary>
    public static ChartAxis OfShares(IEnumerable<double> values, int density = 5)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        double least = finite.DefaultIfEmpty(0).Min(), greatest = finite.DefaultIfEmpty(1).Max();
        if (greatest - least < 0.002) (least, greatest) = (least - 0.01, greatest + 0.01);
        (double low, double high) = new ChartAxis(least, greatest) { Density = density }.Bounds();
        return new ChartAxis(Math.Max(0, low), Math.Min(1, high)) { IsPercent = true, Density = density };
    }

    /// <summary>An axis of numbers from 1, such as epochs.</summary>
    public static ChartAxis OfNumbers(IEnumerable<int> numbers)
    {
        int[] all = [.. numbers.DefaultIfEmpty(1)];
        (int first, int last) = (all.Min(), all.Max());
        return first == last ? new ChartAxis(first - 0.5, last + 0.5) { IsWhole = true } : new ChartAxis(first, last) { IsWhole = true, Density = 6 };
    }

    /// <summary>Share of the axis, 0 to 1, at which a value lies.</summary>
    public double Place(double value) => (Scale(value) - _minimum) / (_maximum - _minimum);

    /// <summary>Whether a value can be drawn.</summary>
    public bool Has(double value) => double.IsFinite(value) && (!_isLogarithmic || value > 0);

    /// <summary>Round values along the axis, with their labels.</summary>
    public IEnumerable<(double Value, string Label)> Ticks() => (_isLogarithmic && _maximum - _minimum >= 1 ? Powers() : Steps()).Select(tick => (tick, Label(tick)));

    /// <summary>Marks within a decade: all of few decades, only powers of ten of many.</summary>
    private double[] Marks() => _maximum - _minimum < 1.5 ? [1, 2, 5] : _maximum - _minimum < 2.5 ? [1, 3] : [1];

    private IEnumerable<double> Powers()
    {
        int step = Math.Max(1, (int)Math.Ceiling((_maximum - _minimum) / 8));
        for (int power = (int)Math.Floor(_minimum); power <= _maximum + 1e-9; power += step)
        {
            foreach (double tick in Marks().Select(mark => mark * Math.Pow(10, power)))
            {
                if (Scale(tick) >= _minimum - 1e-9 && Scale(tick) <= _maximum + 1e-9) yield return tick;
            }
        }
    }

    private IEnumerable<double> Steps()
    {
        (double low, double high) = Range();
        double step = Step();
        for (double tick = Math.Ceiling(low / step - 1e-9); tick * step <= high + 1e-9 * step; tick++)
            yield return tick * step;
    }

    private double Step()
    {
        (double low, double high) = Range();
        double rough = (high - low) / Density, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
        return IsWhole ? Math.Max(1, step) : step;
    }

    /// <summary>The range, widened to the next ticks.</summary>
    private (double Low, double High) Bounds()
    {
        (double low, double high) = Range();
        if (!_isLogarithmic || _maximum - _minimum < 1) return (Math.Floor(low / Step() + 1e-9) * Step(), Math.Ceiling(high / Step() - 1e-9) * Step());
        double[] marks = [.. Marks(), 10];
        double below = Math.Pow(10, Math.Floor(_minimum)), above = Math.Pow(10, Math.Floor(_maximum));
        return (marks.Last(mark => mark * below <= low * (1 + 1e-9)) * below, marks.First(mark => mark * above >= high * (1 - 1e-9)) * above);
    }

    private (double Low, double High) Range() => _isLogarithmic ? (Math.Pow(10, _minimum), Math.Pow(10, _maximum)) : (_minimum, _maximum);

    private string Label(double value)
    {
        double shown = IsPercent ? Math.Round(value * 100, 9) : value;
        return (shown == 0 ? "0" : shown.ToString("G4", CultureInfo.InvariantCulture)) + (IsPercent ? " %" : "");
    }

    private double Scale(double value) => _isLogarithmic ? Math.Log10(value) : value;
}
