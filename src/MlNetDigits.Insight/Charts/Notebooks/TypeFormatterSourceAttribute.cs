namespace MlNetDigits.Charts.Notebooks;

/// <summary>Names what formats a type in notebooks.</summary>
/// <remarks>Polyglot Notebooks look for an attribute of this name with these two properties, whatever assembly it comes from.</remarks>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A type with a method <c>CreateTypeFormatters</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>MIME types that are shown where none is asked for.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
