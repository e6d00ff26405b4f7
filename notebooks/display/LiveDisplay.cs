using Microsoft.DotNet.Interactive.Formatting;

namespace MlNetDigits.Notebooks;

/// <summary>Shows values that change.</summary>
internal static class LiveDisplay
{
    /// <summary>Shows a value in place of which others can come, as a curve that grows.</summary>
    /// <returns>What is shown; its <c>Update</c> shows another value.</returns>
    public static DisplayedValue Live(object value)
    {
        var displayed = new DisplayedValue(value, FormattedValue.CreateManyFromObject(value));
        Terminal.Show(displayed);
        return displayed;
    }
}
