namespace MlNetDigits.Reports.Html;

/// <summary>HTML in which every text is escaped: only literals of a template and other markup go in as they are.</summary>
internal readonly struct Markup
{
    private readonly string? _html;

    private Markup(string html) => _html = html;

    public static Markup Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_html);

    /// <summary>Fills a template; the compiler hands its literals and holes to the handler apart.</summary>
    public static Markup Of(MarkupHandler template) => new(template.ToString());

    /// <summary>Takes markup that another writer escaped, such as a chart's.</summary>
    public static Markup Trusted(string html) => new(html);

    public override string ToString() => _html ?? string.Empty;
}
