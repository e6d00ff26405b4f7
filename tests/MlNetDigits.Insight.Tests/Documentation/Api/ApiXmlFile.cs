using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace MlNetDigits.Tests.Documentation.Api;

/// <summary>The comments that the compiler laid beside a library.</summary>
internal sealed class ApiXmlFile(string path) : DocumentationProvider
{
    private readonly Dictionary<string, string> _members =
        XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, member => member.ToString(SaveOptions.DisableFormatting));

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => path.GetHashCode(StringComparison.Ordinal);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken) =>
        _members.GetValueOrDefault(documentationMemberID, "");
}
