using System.Globalization;

namespace Microsoft.ML.Transforms;

/// <summary>Writes values as text, whatever the culture.</summary>
internal static class ValueText
{
    /// <summary>Gives the shortest usual text of a value.</summary>
    public static ReadOnlyMemory<char> Of<T>(T value) => value switch
    {
        ReadOnlyMemory<char> text => text,
        float number => number.ToString("G7", CultureInfo.InvariantCulture).AsMemory(),
        double number => number.ToString("G17", CultureInfo.InvariantCulture).AsMemory(),
        TimeSpan span => span.ToString("c").AsMemory(),
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("o", CultureInfo.InvariantCulture).AsMemory(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture).AsMemory(),
        _ => value.ToString().AsMemory(),
    };
}
