namespace MlNetDigits.Notebooks.Walks;

/// <summary>The lines by which a notebook has what an app has by its project.</summary>
internal static class LibraryReferences
{
    /// <summary>Assemblies whose types cells name; those they need themselves are found beside them.</summary>
    private static readonly (string Assembly, string Namespace)[] _further =
    [
        ("MlNetDigits", "MlNetDigits"),
        ("MlNetDigits.Networks", "MlNetDigits.Networks"),
        ("MlNetDigits.Pool", "Microsoft.Extensions.ML"),
        ("Microsoft.ML.Core", "Microsoft.ML"),
        ("Microsoft.ML.Data", "Microsoft.ML"),
        ("Microsoft.ML.DataView", "Microsoft.ML"),
        ("Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.DependencyInjection"),
        ("Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.DependencyInjection"),
        ("Microsoft.Extensions.Logging", "Microsoft.Extensions.DependencyInjection"),
    ];

    /// <summary>What apps have without a line of their own, and cells have not.</summary>
    private const string Given = "using System.IO;\n";

    /// <summary>What <see cref="Live"/> needs.</summary>
    public const string LiveUsings = "using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Formatting;\n";

    /// <summary>The function of notebooks that shows a value in place of which others can come.</summary>
    public const string Live = "// Shows a value; its Update shows another in its place.\nDisplayedValue Live(object value) => KernelInvocationContext.Current.Display(value);";

    /// <summary>The first cell: lines for the project of the library and for what else its usings name, then its own.</summary>
    /// <param name="project">The library's project, as the walk names it.</param>
    /// <param name="cell">The cell's own lines.</param>
    /// <param name="code">The code of all cells.</param>
    public static string Before(string cell, string project, string code)
    {
        string name = Path.GetFileName(project), folder = $"{project}/bin/Release/net10.0";
        IEnumerable<string> assemblies = _further.Where(further => code.Contains($"using {further.Namespace}", StringComparison.Ordinal)).Select(further => further.Assembly);
        bool isLive = code.Contains("Live(", StringComparison.Ordinal);
        return $"// The library as this checkout built it: dotnet build -c Release {project.Replace("../", "", StringComparison.Ordinal)}\n"
            + $"// Outside a checkout one line takes the place of those that begin with #r: #r \"nuget: {name}\"\n"
            + string.Concat(assemblies.Prepend(name).Select(assembly => $"#r \"{folder}/{assembly}.dll\"\n"))
            + $"\n{Given}{(isLive ? LiveUsings : "")}{cell}{(isLive ? $"\n\n{Live}" : "")}";
    }
}
