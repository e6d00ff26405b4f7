using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MlNetDigits.Tests.Documentation.Api;

/// <summary>The pages of <c>docs/api</c>, made of the libraries' public types and their XML comments.</summary>
internal static class ApiReference
{
    private static readonly string[] _libraries = ["MlNetDigits", "MlNetDigits.Insight", "MlNetDigits.Networks", "MlNetDigits.Pool"];

    /// <summary>Makes all pages: their file names and texts.</summary>
    public static IReadOnlyDictionary<string, string> Write()
    {
        MetadataReference[] libraries = [.. _libraries.Select(name => MetadataReference.CreateFromFile(File(name, "dll"), documentation: new ApiXmlFile(File(name, "xml"))))];
        IEnumerable<MetadataReference> others = SnippetCompiler.References.Where(it => !_libraries.Contains(Path.GetFileNameWithoutExtension(it.Display)));
        var compilation = CSharpCompilation.Create("Reference", references: [.. libraries, .. others]);
        var names = new ApiNames(compilation, [.. libraries.Select(library => (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(library)!)]);

        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["README.md"] = Index(names) };
        foreach (IGrouping<string, INamedTypeSymbol> types in names.Namespaces) pages[$"{types.Key}.md"] = new ApiPage(names, types).Write();
        return pages;
    }

    private static string Index(ApiNames names)
    {
        var text = new StringBuilder("""
            # API reference

            The public types of `MlNetDigits`, `MlNetDigits.Insight`, `MlNetDigits.Networks` and `MlNetDigits.Pool`, made of their XML comments.
            `Microsoft.ML` is described by Microsoft; the web service describes itself at `/openapi/`, and `mlnet-digits <command> --help` the
            commands.

            | namespace | types |
            |---|---|

            """.ReplaceLineEndings("\n"));
        foreach (IGrouping<string, INamedTypeSymbol> types in names.Namespaces)
            text.Append($"| [{types.Key}]({types.Key}.md) | {string.Join(", ", types.Select(type => $"[{type.Name}]({types.Key}.md#{ApiNames.Anchor(type)})"))} |\n");
        return text.ToString();
    }

    private static string File(string library, string extension) => Path.Combine(AppContext.BaseDirectory, $"{library}.{extension}");
}
