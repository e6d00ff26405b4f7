using System.Globalization;

namespace MlNetDigits.Charts;

/// <summary>Maps values to places on a chart and chooses round ticks.</summary>
internal sealed class ChartAxis
{
    private readonly bool _isLogarithmic;
    private readonly double _minimum, _maximum;

    public ChartAxis(IEnumerable<double> values, bool isLogarithmic)
    {
        double[] finite = [.. values.Where(value => double.IsFinite(value) && (!isLogarithmic || value > 0))];
        _isLogarithmic = isLogarithmic;
        (_minimum, _maximum) = finite.Length == 0 ? (Scale(1), Scale(10)) : (Scale(finite.Min()), Scale(finite.Max()));
        if (_maximum > _minimum) return;
        double margin = isLogarithmic ? 0.5 : Math.Max(Math.Abs(_minimum) * 0.05, 1e-9);
        (_minimum, _maximum) = (_minimum - margin, _maximum + margin);
    }

    /// <summary>Share of the axis, 0 to 1, at which a value lies.</summary>
    public double Place(double value) => (Scale(value) - _minimum) / (_maximum - _minimum);

    /// <summary>Whether a value can be drawn.</summary>
    public bool Has(double value) => double.IsFinite(value) && (!_isLogarithmic || value > 0);

    /// <summary>Round values along the axis, with their labels.</summary>
    public IEnumerable<(double Value, string Label)> Ticks() => _isLogarithmic && _maximum - _minimum >= 1 ? Powers() : Steps();

    private IEnumerable<(double, string)> Powers()
    {
        int step = Math.Max(1, (int)Math.Ceiling((_maximum - _minimum) / 8));
        for (int power = (int)Math.Ceiling(_minimum - 1e-9); power <= _maximum + 1e-9; power += step)
            yield return (Math.Pow(10, power), Label(Math.Pow(10, power)));
    }

    private IEnumerable<(double, string)> Steps()
    {
        (double low, double high) = _isLogarithmic ? (Math.Pow(10, _minimum), Math.Pow(10, _maximum)) : (_minimum, _maximum);
        double rough = (high - low) / 5, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
        for (double tick = Math.Ceiling(low / step - 1e-9); tick * step <= high + 1e-9 * step; tick++)
            yield return (tick * step, Label(tick * step));
    }

    private static string Label(double value) => value == 0 ? "0" : value.ToString("G4", CultureInfo.InvariantCulture);

    private double Scale(double value) => _isLogarithmic ? Math.Log10(value) : value;
}
