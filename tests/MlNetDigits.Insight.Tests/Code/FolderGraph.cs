using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlNetDigits.Tests.Documentation;

namespace MlNetDigits.Tests.Code;

/// <summary>Which folders of a project use types of which others, as the compiler understands the code.</summary>
/// <remarks>
/// Files beside the project are left out: their types, such as a network, are what all folders speak of. Code that the build generates is
/// missing too.
/// </remarks>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedSet<string>> _uses = new(StringComparer.Ordinal);

    /// <summary>Folders by the folders that they use.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Uses => _uses;

    /// <summary>Reads files.</summary>
    /// <param name="files">Texts by the folders that they lie in; a folder may come more than once.</param>
    /// <param name="assembly">Name of the assembly that they make.</param>
    public static FolderGraph Read(IEnumerable<(string Folder, string Text)> files, string assembly)
    {
        var graph = new FolderGraph();
        Dictionary<SyntaxTree, string> folders = files.ToDictionary(file => Parse(file.Text), file => file.Folder);
        IEnumerable<MetadataReference> references = SnippetCompiler.References.Where(it => Path.GetFileNameWithoutExtension(it.Display) != assembly);
        var compilation = CSharpCompilation.Create(assembly, folders.Keys.Append(Parse(SnippetCompiler.GlobalUsings)), references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        foreach ((SyntaxTree tree, string folder) in folders.Where(pair => pair.Value.Length > 0))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            IEnumerable<INamedTypeSymbol> types = tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Select(name => TypeOf(model.GetSymbolInfo(name))).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            foreach (Location place in types.SelectMany(type => type.Locations))
            {
                if (place.SourceTree is { } source && folders.TryGetValue(source, out string? used)) graph.Add(folder, used);
            }
        }

        return graph;
    }

    /// <summary>A way from a folder back to itself, such as <c>A -> B -> A</c>; null if there is none.</summary>
    public string? FindCycle()
    {
        var done = new HashSet<string>();
        return _uses.Keys.Select(folder => Walk(folder, [], done)).FirstOrDefault(cycle => cycle is not null);
    }

    private string? Walk(string folder, List<string> way, HashSet<string> done)
    {
        int met = way.IndexOf(folder);
        if (met >= 0) return string.Join(" -> ", way.Skip(met).Append(folder));
        if (!done.Add(folder) || !_uses.TryGetValue(folder, out SortedSet<string>? used)) return null;
        way.Add(folder);
        string? cycle = used.Select(next => Walk(next, way, done)).FirstOrDefault(found => found is not null);
        way.RemoveAt(way.Count - 1);
        return cycle;
    }

    private void Add(string folder, string used)
    {
        if (used.Length == 0 || used == folder) return;
        if (!_uses.TryGetValue(folder, out SortedSet<string>? all)) _uses[folder] = all = new SortedSet<string>(StringComparer.Ordinal);
        all.Add(used);
    }

    /// <summary>The type that a name is or belongs to, which for an extension method is the class that declares it.</summary>
    private static INamedTypeSymbol? TypeOf(SymbolInfo info)
    {
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is IMethodSymbol { ReducedFrom: { } method }) symbol = method;
        return (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest));
}
