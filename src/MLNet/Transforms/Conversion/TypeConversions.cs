using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>The conversions that exist between plain column types.</summary>
internal static class TypeConversions
{
    private static readonly Type[] _signed = [typeof(sbyte), typeof(short), typeof(int), typeof(long)];
    private static readonly Type[] _unsigned = [typeof(byte), typeof(ushort), typeof(uint), typeof(ulong)];
    private static readonly Type[] _floats = [typeof(float), typeof(double)];
    private static readonly Type[] _times = [typeof(TimeSpan), typeof(DateTime), typeof(DateTimeOffset)];

    /// <summary>The type that items of <paramref name="source"/> get; keys converted to unsigned numbers stay keys.</summary>
    public static PrimitiveDataViewType TargetOf(DataViewType source, DataKind kind)
    {
        var plain = kind.ToDataViewType();
        return source is KeyDataViewType key && KeyDataViewType.IsValidDataType(plain.RawType) ? new KeyDataViewType(plain.RawType, key.Count) : plain;
    }

    /// <summary>The function between the types, a <see cref="Func{T, TResult}"/> of their raw types, or null.</summary>
    public static Delegate Find(DataViewType source, PrimitiveDataViewType target)
    {
        var (from, to) = (source.RawType, target.RawType);
        if (source is KeyDataViewType)
            return target is KeyDataViewType key && key.Count <= MaxOf(to) ? Make(nameof(BetweenUnsigned), from, to) : null;
        if (source is not PrimitiveDataViewType)
            return null;
        if (from == to)
            return Make(nameof(Same), from);
        if (from == typeof(ReadOnlyMemory<char>))
            return TextParser.For(to);
        if (to == typeof(ReadOnlyMemory<char>))
            return source is RowIdDataViewType ? null : Make(nameof(ToText), from);
        if (_unsigned.Contains(from) && _unsigned.Contains(to))
            return Make(nameof(BetweenUnsigned), from, to);
        if (_signed.Contains(from) && _signed.Contains(to) || IsNumber(from) && _floats.Contains(to))
            return Make(nameof(BetweenNumbers), from, to);
        if (IsNumber(from) && to == typeof(bool))
            return Make(nameof(ToTruth), from);
        if (from == typeof(bool) && (_signed.Contains(to) || _floats.Contains(to)))
            return Make(nameof(FromTruth), to);
        return _times.Contains(from) && (to == typeof(long) || _floats.Contains(to)) ? Make(nameof(ToTicks), from, to) : null;
    }

    private static bool IsNumber(Type type) => _signed.Contains(type) || _unsigned.Contains(type) || _floats.Contains(type);

    private static ulong MaxOf(Type unsigned) =>
        unsigned == typeof(byte) ? byte.MaxValue : unsigned == typeof(ushort) ? ushort.MaxValue : unsigned == typeof(uint) ? uint.MaxValue : ulong.MaxValue;

    private static Delegate Make(string method, params Type[] types) => GenericCall.Static<Delegate>(typeof(TypeConversions), method, types);

    private static Func<T, T> Same<T>() => value => value;

    private static Func<T, ReadOnlyMemory<char>> ToText<T>() => ValueText.Of;

    private static Func<TFrom, TTo> BetweenNumbers<TFrom, TTo>() where TFrom : INumberBase<TFrom> where TTo : INumberBase<TTo> => TTo.CreateTruncating;

    /// <summary>Numbers too large for the target become 0.</summary>
    private static Func<TFrom, TTo> BetweenUnsigned<TFrom, TTo>() where TFrom : INumberBase<TFrom> where TTo : INumberBase<TTo>, IMinMaxValue<TTo>
    {
        var limit = ulong.CreateTruncating(TTo.MaxValue);
        return value => ulong.CreateTruncating(value) is var wide && wide <= limit ? TTo.CreateTruncating(wide) : TTo.Zero;
    }

    private static Func<T, bool> ToTruth<T>() where T : INumberBase<T> => value => !T.IsZero(value);

    private static Func<bool, T> FromTruth<T>() where T : INumberBase<T> => value => value ? T.One : T.Zero;

    private static Func<TFrom, TTo> ToTicks<TFrom, TTo>() where TTo : INumberBase<TTo> => value => TTo.CreateTruncating(value switch
    {
        TimeSpan span => span.Ticks,
        DateTime time => time.Ticks,
        DateTimeOffset time => time.UtcTicks,
        _ => 0L,
    });
}
