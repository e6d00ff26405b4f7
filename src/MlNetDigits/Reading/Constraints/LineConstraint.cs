using System.Text;

namespace MlNetDigits.Reading.Constraints;

/// <summary>What is known of a line before it is read.</summary>
internal sealed class LineConstraint
{
    private readonly char[]? _digits;
    private readonly string? _pattern;
    private readonly NumberChecksum _checksum;

    public LineConstraint(DigitReaderOptions options)
    {
        (_pattern, _checksum) = (options.Pattern, options.Checksum);
        _digits = _pattern is null ? null : [.. _pattern.Where(IsPlace)];
        Length = options.Length ?? _digits?.Length;
    }

    /// <summary>Gets that nothing is known.</summary>
    public static LineConstraint None { get; } = new(new DigitReaderOptions());

    /// <summary>Gets how many digits the line has, where that is known.</summary>
    public int? Length { get; }

    /// <summary>Whether nothing is known.</summary>
    public bool IsAny => Length is null && _checksum == NumberChecksum.None;

    /// <summary>Whether a letter of a pattern stands for a digit.</summary>
    public static bool IsPlace(char letter) => letter == DigitReaderOptions.AnyDigit || char.IsAsciiDigit(letter);

    /// <summary>Whether a digit may stand at a place.</summary>
    public bool Allows(int place, int digit) =>
        !(place >= Length) && (_digits is null || _digits[place] == DigitReaderOptions.AnyDigit || _digits[place] == '0' + digit);

    /// <summary>Whether a whole line is as it must be.</summary>
    public bool Holds(string digits) => digits.Length == (Length ?? digits.Length) && _checksum switch
    {
        NumberChecksum.Luhn => digits.Length > 1 && Sum(digits, 2) % 10 == 0,
        NumberChecksum.Gtin => digits.Length > 1 && Sum(digits, 3) % 10 == 0,
        _ => true,
    };

    /// <summary>Adds the pattern's other characters.</summary>
    public string Format(string digits)
    {
        if (_pattern is null || digits.Length != Length)
            return digits;
        var text = new StringBuilder();
        int place = 0;
        foreach (char letter in _pattern)
            text.Append(IsPlace(letter) ? digits[place++] : letter);
        return text.ToString();
    }

    /// <summary>Sums the digits, every second from the last but one on with a weight; Luhn's takes the sum of a product's digits.</summary>
    private static int Sum(string digits, int weight)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0', product = i % 2 == 1 ? weight * digit : digit;
            sum += weight == 2 && product > 9 ? product - 9 : product;
        }

        return sum;
    }
}
