using System.Globalization;
using System.Numerics;

namespace Microsoft.ML.Transforms;

/// <summary>Functions from text to plain values, whatever the culture. Empty text is 0 or false.</summary>
internal static class TextParser
{
    /// <summary>The function to a raw type, a <see cref="Func{T, TResult}"/>, or null.</summary>
    public static Delegate For(Type to) => Type.GetTypeCode(to) switch
    {
        TypeCode.SByte => Signed<sbyte>(),
        TypeCode.Int16 => Signed<short>(),
        TypeCode.Int32 => Signed<int>(),
        TypeCode.Int64 => Signed<long>(),
        TypeCode.Byte => Unsigned<byte>(),
        TypeCode.UInt16 => Unsigned<ushort>(),
        TypeCode.UInt32 => Unsigned<uint>(),
        TypeCode.UInt64 => Unsigned<ulong>(),
        TypeCode.Single => Real<float>(),
        TypeCode.Double => Real<double>(),
        TypeCode.Boolean => (Func<ReadOnlyMemory<char>, bool>)Truth,
        TypeCode.DateTime => (Func<ReadOnlyMemory<char>, DateTime>)(text =>
            DateTime.TryParse(text.Span, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : default),
        _ when to == typeof(TimeSpan) => (Func<ReadOnlyMemory<char>, TimeSpan>)(text =>
            TimeSpan.TryParse(text.Span, CultureInfo.InvariantCulture, out var span) ? span : default),
        _ when to == typeof(DateTimeOffset) => (Func<ReadOnlyMemory<char>, DateTimeOffset>)(text =>
            DateTimeOffset.TryParse(text.Span, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default),
        _ => null,
    };

    /// <summary>Text that is no such number is an error: signed numbers have no value for "missing".</summary>
    private static Func<ReadOnlyMemory<char>, T> Signed<T>() where T : INumber<T>, IMinMaxValue<T> => text =>
        text.IsEmpty ? T.Zero
        : T.TryParse(text.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidOperationException($"The text '{text}' is no whole number from {T.MinValue} to {T.MaxValue}.");

    /// <summary>Text that is no such number is 0, the key that stands for "missing".</summary>
    private static Func<ReadOnlyMemory<char>, T> Unsigned<T>() where T : INumber<T> => text =>
        T.TryParse(text.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : T.Zero;

    /// <summary>Text that is no number is NaN.</summary>
    private static Func<ReadOnlyMemory<char>, T> Real<T>() where T : IFloatingPointIeee754<T> => text =>
        text.IsEmpty ? T.Zero
        : T.TryParse(text.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : T.NaN;

    private static bool Truth(ReadOnlyMemory<char> text) =>
        text.ToString().ToUpperInvariant() is "TRUE" or "T" or "YES" or "Y" or "1" or "+1" or "+";
}
