using Microsoft.CodeAnalysis;

namespace MlNetDigits.Tests.Documentation.Api;

/// <summary>Which types have a place in the reference, and how to get there.</summary>
internal sealed class ApiNames(Compilation compilation, IReadOnlyList<IAssemblySymbol> libraries)
{
    private static readonly SymbolDisplayFormat _short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .WithParameterOptions(SymbolDisplayParameterOptions.None);

    /// <summary>Public types by namespace, both in order.</summary>
    public IReadOnlyList<IGrouping<string, INamedTypeSymbol>> Namespaces { get; } =
    [
        .. libraries.SelectMany(library => Types(library.GlobalNamespace))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .GroupBy(type => type.ContainingNamespace.ToDisplayString())
            .OrderBy(group => group.Key, StringComparer.Ordinal),
    ];

    /// <summary>The anchor of a type's heading, as forges make it.</summary>
    public static string Anchor(INamedTypeSymbol type) => type.Name.ToLowerInvariant();

    /// <summary>A link to what a comment names by its id; code where the reference has no place for it.</summary>
    public string Link(string id, string fromNamespace)
    {
        ISymbol? symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation);
        if (symbol is null) return $"`{id[(id.LastIndexOf('.') + 1)..]}`";
        string name = symbol is INamedTypeSymbol ? symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) : symbol.ToDisplayString(_short);
        INamedTypeSymbol type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        if (!IsListed(type)) return $"`{name}`";
        string page = type.ContainingNamespace.ToDisplayString();
        return $"[`{name}`]({(page == fromNamespace ? "" : $"{page}.md")}#{Anchor(type)})";
    }

    /// <summary>The member whose comment <c>inheritdoc</c> takes, if it is in these libraries.</summary>
    public ISymbol? Inherited(ISymbol member)
    {
        ISymbol? source = member switch
        {
            IMethodSymbol { OverriddenMethod: { } method } => method,
            IPropertySymbol { OverriddenProperty: { } property } => property,
            _ => member.ContainingType.AllInterfaces.SelectMany(it => it.GetMembers()).FirstOrDefault(it => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(it), member)),
        };
        return source is not null && libraries.Contains(source.ContainingAssembly, SymbolEqualityComparer.Default) ? source : null;
    }

    private bool IsListed(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public && type.ContainingType is null && libraries.Contains(type.ContainingAssembly, SymbolEqualityComparer.Default);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public).Concat(space.GetNamespaceMembers().SelectMany(Types));
}
