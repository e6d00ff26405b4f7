using System.Globalization;

namespace MlNetDigits.Web.Settings;

/// <summary>Checks configured values.</summary>
internal static class Range
{
    /// <exception cref="InvalidOperationException">The value is out of range.</exception>
    public static void Check<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}: give it {least} to {most}."));
    }
}
