using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace MlNetDigits.Tests.Documentation.Api;

/// <summary>An XML comment as Markdown.</summary>
internal sealed partial class ApiComment
{
    private readonly ApiNames _names;
    private readonly string _namespace;
    private readonly XElement _root;

    public ApiComment(ApiNames names, ISymbol symbol)
    {
        _names = names;
        _namespace = symbol.ContainingNamespace.ToDisplayString();
        _root = Parse(symbol);
        if (_root.Element("inheritdoc") is not null && names.Inherited(symbol) is { } source) _root = Parse(source);
    }

    public bool IsEmpty => !_root.Elements().Any(element => element.Name != "inheritdoc");

    public string Summary => Text("summary");

    public string Remarks => Text("remarks");

    public string Returns => Text("returns");

    public string Value => Text("value");

    /// <summary>Code that shows the use.</summary>
    public IEnumerable<string> Examples => _root.Elements("example").Descendants("code").Select(code => code.Value.Trim());

    /// <summary>Parameters that have a text, in order.</summary>
    public IEnumerable<(string Name, string Text)> Parameters => _root.Elements().Where(it => it.Name.LocalName is "param" or "typeparam").Select(it => (it.Attribute("name")!.Value, Inline(it)));

    public IEnumerable<(string Name, string Text)> Exceptions => _root.Elements("exception").Select(it => (_names.Link(it.Attribute("cref")!.Value, _namespace), Inline(it)));

    private static XElement Parse(ISymbol symbol) => symbol.GetDocumentationCommentXml() is { Length: > 0 } xml ? XElement.Parse($"<root>{xml}</root>", LoadOptions.PreserveWhitespace) switch
    {
        var root when root.Element("member") is { } member => member,
        var root => root,
    } : new XElement("root");

    private string Text(string name) => _root.Element(name) is { } element ? Inline(element) : "";

    private string Inline(XElement element) => WhiteSpace().Replace(string.Concat(element.Nodes().Select(Node)), " ").Trim();

    private string Node(XNode node) => node switch
    {
        XText text => Escape(text.Value),
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } id => _names.Link(id.Value, _namespace),
        XElement { Name.LocalName: "see" } see when see.Attribute("langword") is { } word => $"`{word.Value}`",
        XElement { Name.LocalName: "see" or "a" } link => $"[{(link.Value.Length > 0 ? link.Value : link.Attribute("href")!.Value)}]({link.Attribute("href")!.Value})",
        XElement { Name.LocalName: "paramref" or "typeparamref" } parameter => $"`{parameter.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value.Trim()}`",
        XElement element => $" {Inline(element)} ",
        _ => "",
    };

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
