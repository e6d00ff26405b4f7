using Microsoft.DotNet.Interactive.Documents;

namespace MlNetDigits.Notebooks.Kernel;

/// <summary>What tests ask of an output.</summary>
internal static class OutputExtensions
{
    /// <summary>The plain text.</summary>
    public static string Text(this InteractiveDocumentOutputElement output) => output switch
    {
        TextElement printed => printed.Text,
        DisplayElement displayed => TextOf(displayed.Data["text/plain"]),
        _ => throw new ArgumentException($"{output.GetType().Name} has no text: cells print or display.", nameof(output)),
    };

    /// <summary>The picture, or null.</summary>
    public static string? Svg(this InteractiveDocumentOutputElement output) =>
        (output as DisplayElement)?.Data.TryGetValue("image/svg+xml", out object? svg) == true ? TextOf(svg) : null;

    // A notebook that was read has lines where one that was run has a text.
    private static string TextOf(object data) => data as string ?? string.Concat((object[])data);
}
