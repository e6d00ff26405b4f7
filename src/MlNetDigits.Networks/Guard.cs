using System.Globalization;
using System.Numerics;

namespace MlNetDigits.Networks;

/// <summary>Checks of arguments whose errors name the value, the limit and the mend.</summary>
internal static class Guard
{
    public static T AtLeast<T>(T minimum, T value, string name) where T : INumber<T> =>
        value >= minimum ? value : throw OutOfRange(value, name, $"at least {Text(minimum)}");

    public static T Between<T>(T minimum, T maximum, T value, string name) where T : INumber<T> =>
        value >= minimum && value <= maximum ? value : throw OutOfRange(value, name, $"from {Text(minimum)} to {Text(maximum)}");

    /// <summary>Accepts minimum ≤ value &lt; limit.</summary>
    public static T Below<T>(T minimum, T limit, T value, string name) where T : INumber<T> =>
        value >= minimum && value < limit ? value : throw OutOfRange(value, name, $"at least {Text(minimum)} and below {Text(limit)}");

    /// <summary>Accepts minimum &lt; value &lt; limit.</summary>
    public static T Inside<T>(T minimum, T limit, T value, string name) where T : INumber<T> =>
        value > minimum && value < limit ? value : throw OutOfRange(value, name, $"above {Text(minimum)} and below {Text(limit)}");

    public static T Positive<T>(T value, string name) where T : INumber<T> =>
        value > T.Zero && T.IsFinite(value) ? value : throw OutOfRange(value, name, "a finite number above 0");

    private static ArgumentOutOfRangeException OutOfRange<T>(T value, string name, string range) where T : INumber<T> =>
        new(name, $"{name} is {Text(value)}, but must be {range}.");

    private static string Text<T>(T value) where T : INumber<T> => value.ToString(null, CultureInfo.InvariantCulture);
}
