using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlNetDigits.Tests.Documentation;

/// <summary>Compiles code as an app that references the library, with the usings that a web app has by itself.</summary>
internal static class SnippetCompiler
{
    private static readonly string[] _usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <summary>References of an app: the library, what it brings along, and ASP.NET Core.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } = FindReferences();

    /// <summary>The usings, as a file.</summary>
    public static string GlobalUsings { get; } = string.Concat(_usings.Select(name => $"global using {name};\n"));

    /// <summary>Compiles a file and tells its errors, each with its line.</summary>
    /// <param name="code">Usings, then statements or declarations.</param>
    /// <param name="given">Declarations that the code takes for granted, such as <c>int[] labels = [];</c>.</param>
    public static IReadOnlyList<string> Errors(string code, string given = "")
    {
        SyntaxTree[] trees = [Parse(GlobalUsings), Parse(Insert(code, given))];
        var compilation = CSharpCompilation.Create("Snippet", trees, References, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        // A file of declarations alone has no entry point.
        return [.. compilation.GetDiagnostics().Where(it => it.Severity == DiagnosticSeverity.Error && it.Id != "CS5001").Select(it => it.ToString())];
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest));

    /// <summary>Lays declarations behind the usings, before the statements that need them.</summary>
    private static string Insert(string code, string given)
    {
        int place = ((CompilationUnitSyntax)Parse(code).GetRoot()).Usings.FullSpan.End;
        return code[..place] + given + code[place..];
    }

    private static IReadOnlyList<MetadataReference> FindReferences()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string web = Directory.GetDirectories(Path.Combine(runtime, "..", "..", "Microsoft.AspNetCore.App"), $"{Environment.Version.Major}.*")
            .MaxBy(folder => Version.TryParse(Path.GetFileName(folder), out Version? version) ? version : new Version())!;
        string[] own = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return [.. own.Concat(Directory.GetFiles(web, "Microsoft.*.dll")).DistinctBy(Path.GetFileName).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
