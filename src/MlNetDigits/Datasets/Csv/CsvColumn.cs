using System.Globalization;

namespace MlNetDigits.Datasets.Csv;

/// <summary>The values of a column, beside those of the pixels next to it, and what they can be.</summary>
/// <param name="place">Place of the column, from 0.</param>
/// <param name="values">Its values.</param>
/// <param name="neighbours">The values of the column next to it.</param>
internal sealed class CsvColumn(int place, IReadOnlyList<string> values, IReadOnlyList<string> neighbours)
{
    private const int MostClasses = 100, FewClasses = 62, DigitClasses = 10, Shown = 3;

    /// <summary>Rows from which on shares tell something.</summary>
    private const int ManyRows = 100;

    /// <summary>Share of one value from which on a column is background.</summary>
    private const double Flat = 0.9;

    /// <summary>Share of rows in which a pixel of background is as those beside it.</summary>
    private const double AsBeside = 0.75;

    /// <summary>Rows that are too few to tell noise from labels.</summary>
    private const int FewRows = 3;

    /// <summary>How much pixels beside each other differ even in a quiet corner.</summary>
    private const double Slack = 3;

    /// <summary>A class has at least this share of the mean over the classes.</summary>
    private const double RarestClass = 0.02;

    private readonly double[] _numbers = Parse(values), _beside = Parse(neighbours);

    public int Place => place;

    /// <summary>Whether a value is no number, as pixels are.</summary>
    public bool IsText => values.Any(value => value.Length > 0 && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    /// <summary>Whether all values are different whole numbers.</summary>
    public bool IsUnique => _numbers.Length > 0 && _numbers.All(double.IsInteger) && _numbers.Distinct().Count() == _numbers.Length;

    /// <summary>Whether the values count more rows than there are digits, from 0 or 1.</summary>
    public bool IsCount => _numbers.Length > DigitClasses && _numbers[0] is 0 or 1 && _numbers.Index().All(each => each.Item == _numbers[0] + each.Index);

    public bool IsConstant => _numbers.Length > 0 && _numbers.All(number => number == _numbers[0]);

    /// <summary>Mean difference from the pixels beside: small for a pixel itself.</summary>
    public double Distance => _numbers.Zip(_beside, (number, beside) => Math.Abs(number - beside)).DefaultIfEmpty(0).Average();

    /// <summary>Whether numbers are as those of classes: whole, of few kinds that come again, and not the background.</summary>
    public bool CanBeLabels
    {
        get
        {
            int[] counts = [.. _numbers.GroupBy(number => number).Select(group => group.Count())];
            if (counts.Length is 0 or > MostClasses || !_numbers.All(double.IsInteger) || (counts.Length == 1 && _numbers[0] is 0 or 255))
                return false;
            bool comeAgain = counts.Length * 2 <= _numbers.Length || _numbers.Max() < FewClasses;
            return comeAgain && (_numbers.Length < ManyRows || counts.Min() >= RarestClass * _numbers.Length / counts.Length);
        }
    }

    /// <summary>Whether the column may be a pixel after all, since it is close to those beside it and the other column may be of one class.</summary>
    public bool GoesWithNeighbours(CsvColumn other)
    {
        if (!other.IsConstant)
            return false;
        IGrouping<double, double> usual = _beside.GroupBy(number => number).MaxBy(group => group.Count())!;
        bool isBackground = usual.Key == other._numbers[0] && usual.Count() >= Flat * _beside.Length;
        bool isMostlyBeside = _numbers.Zip(_beside).Count(pair => pair.First == pair.Second) >= AsBeside * _numbers.Length;
        return isBackground ? isMostlyBeside : _numbers.Length < FewRows || Distance <= Slack + (2 * (Deviation(_numbers) + Deviation(_beside)));
    }

    /// <summary>The first values, for an error.</summary>
    public override string ToString() => string.Join(", ", values.Take(Shown).Select(value => $"'{value}'"));

    private static double[] Parse(IReadOnlyList<string> texts) =>
        [.. texts.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];

    private static double Deviation(double[] numbers)
    {
        double mean = numbers.Average();
        return Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)));
    }
}
