using System.Reflection;

namespace MlNetDigits.Notebooks;

/// <summary>Formats values by the convention of Polyglot Notebooks: an attribute of a known name leads to the formatters.</summary>
public static class Formatters
{
    /// <summary>The MIME types that a value's type prefers; plain text for one that says nothing.</summary>
    public static IReadOnlyList<string> MimeTypesOf(object value) =>
        Property(SourceOf(value), "PreferredMimeTypes") as string[] is { Length: > 0 } preferred ? preferred : ["text/plain"];

    /// <summary>Writes a value in one MIME type; what has no formatter is written as its text.</summary>
    public static string Format(object value, string mimeType)
    {
        if (Property(SourceOf(value), "FormatterSourceType") is Type source)
        {
            var formatters = (IEnumerable<object>)Call(Activator.CreateInstance(source)!, "CreateTypeFormatters")!;
            foreach (object formatter in formatters.Where(formatter => (string?)Property(formatter, "MimeType") == mimeType))
            {
                var text = new StringWriter();
                if (Call(formatter, "Format", value, text) is true) return text.ToString();
            }
        }

        return value.ToString() ?? "";
    }

    private static Attribute? SourceOf(object value) =>
        value.GetType().GetCustomAttributes().FirstOrDefault(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");

    private static object? Property(object? target, string name) => target?.GetType().GetProperty(name)?.GetValue(target);

    private static object? Call(object target, string name, params object[] arguments) => target.GetType().GetMethod(name)!.Invoke(target, arguments);
}
