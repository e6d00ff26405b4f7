using MlNetDigits.Notebooks;

namespace System;

/// <summary>Shows values as notebooks do, under the name that they have there.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value: a picture if it is one, else its text.</summary>
    /// <param name="value">What to show.</param>
    /// <returns>What is shown, which can be replaced later.</returns>
    public static DisplayedValue Display(this object value) => new(value);
}
