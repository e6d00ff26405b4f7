using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Hashes a column's values to numbers in [0,1), the same in every process.</summary>
internal static class RowHash
{
    private static readonly MethodInfo _scalar = typeof(RowHash).GetMethod(nameof(OfScalar), BindingFlags.Static | BindingFlags.NonPublic);
    private static readonly MethodInfo _vector = typeof(RowHash).GetMethod(nameof(OfVector), BindingFlags.Static | BindingFlags.NonPublic);

    /// <summary>Makes a function that gives the number of the row's present value.</summary>
    public static Func<double> Fraction(DataViewRow row, DataViewSchema.Column column, int seed)
    {
        var method = column.Type is VectorDataViewType ? _vector : _scalar;
        var hash = (Func<ulong>)method.MakeGenericMethod(column.Type.GetItemType().RawType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [row, column, seed], null);
        return () => (hash() >> 11) * (1.0 / (1UL << 53));
    }

    private static Func<ulong> OfScalar<T>(DataViewRow row, DataViewSchema.Column column, int seed)
    {
        var getter = row.GetGetter<T>(column);
        T value = default;
        return () =>
        {
            getter(ref value);
            return Combine((uint)seed, value);
        };
    }

    private static Func<ulong> OfVector<T>(DataViewRow row, DataViewSchema.Column column, int seed)
    {
        var getter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> value = default;
        T[] dense = [];
        return () =>
        {
            getter(ref value);
            if (dense.Length < value.Length)
                dense = new T[value.Length];
            value.CopyTo(dense);
            var hash = (ulong)(uint)seed;
            for (var i = 0; i < value.Length; i++)
                hash = Combine(hash, dense[i]);
            return hash;
        };
    }

    private static ulong Combine<T>(ulong hash, T value) => value switch
    {
        ReadOnlyMemory<char> text => Text(hash, text.Span),
        DataViewRowId id => Mix(Mix(hash + id.Low) + id.High),
        ulong number => Mix(Mix(hash) + number),
        _ => Mix(Mix(hash) + (uint)value.GetHashCode()),
    };

    private static ulong Text(ulong hash, ReadOnlySpan<char> text)
    {
        hash = Mix(hash + (uint)text.Length);
        foreach (var character in text)
            hash = Mix(hash + character);
        return hash;
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
