using System.Globalization;

namespace Microsoft.ML.Data;

/// <summary>A 128-bit identifier of a row, stable over passes.</summary>
public readonly struct DataViewRowId : IComparable<DataViewRowId>, IEquatable<DataViewRowId>
{
    /// <summary>The low 64 bits.</summary>
    public readonly ulong Low;

    /// <summary>The high 64 bits.</summary>
    public readonly ulong High;

    /// <summary>Makes an identifier of two halves.</summary>
    public DataViewRowId(ulong low, ulong high)
    {
        Low = low;
        High = high;
    }

    /// <summary>Compares high halves, then low ones.</summary>
    public int CompareTo(DataViewRowId other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>Tells whether both halves are equal.</summary>
    public bool Equals(DataViewRowId other) => Low == other.Low && High == other.High;

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is DataViewRowId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");

    /// <summary>Derives the identifier of another row made from this one.</summary>
    public DataViewRowId Fork() => Mix(Low, High ^ 0x9E3779B97F4A7C15);

    /// <summary>Derives the identifier of a row that follows this one.</summary>
    public DataViewRowId Next() => Mix(Low + 1, High ^ 0xD1B54A32D192ED03);

    /// <summary>Derives an identifier from two, the order mattering.</summary>
    public DataViewRowId Combine(DataViewRowId other)
    {
        var own = Fork();
        return Mix(own.Low ^ other.Low, own.High + other.High);
    }

    private static DataViewRowId Mix(ulong low, ulong high)
    {
        var first = Scramble(low + 0x9E3779B97F4A7C15 * (high | 1));
        return new DataViewRowId(first, Scramble(high ^ first));
    }

    private static ulong Scramble(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
