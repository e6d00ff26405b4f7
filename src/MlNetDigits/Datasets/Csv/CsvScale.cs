using System.Globalization;

namespace MlNetDigits.Datasets.Csv;

/// <summary>Which number is ink in a CSV file: 255, or 1 where a fraction says so and no pixel is above it.</summary>
internal sealed class CsvScale
{
    private byte _largest;

    /// <summary>Whether pixels are 0 to 1; those before the first fraction were read as bytes.</summary>
    public bool IsUnit { get; private set; }

    /// <summary>What pixels must be, for an error.</summary>
    public string Wanted => IsUnit ? "numbers from 0 to 1 in this file, since fractions came before"
        : _largest > 1 ? "whole numbers from 0 to 255" : "whole numbers from 0 to 255, or numbers from 0 to 1";

    /// <summary>Reads a pixel as a byte.</summary>
    public bool TryParse(ReadOnlySpan<char> field, out byte pixel)
    {
        if (!IsUnit && byte.TryParse(field, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out pixel))
        {
            _largest = Math.Max(_largest, pixel);
            return true;
        }

        pixel = 0;
        if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || value is not (>= 0 and <= 255))
            return false;
        IsUnit |= value is > 0 and < 1 && _largest <= 1;
        // Tables that once had gaps write 12 as 12.0.
        if (IsUnit ? value > 1 : value != Math.Floor(value))
            return false;
        pixel = (byte)Math.Round(IsUnit ? value * byte.MaxValue : value);
        _largest = IsUnit ? _largest : Math.Max(_largest, pixel);
        return true;
    }
}
