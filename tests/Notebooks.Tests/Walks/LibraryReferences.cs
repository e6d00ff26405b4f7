namespace MlNetDigits.Notebooks.Walks;

/// <summary>The lines by which a notebook loads what an app references by its project.</summary>
internal static class LibraryReferences
{
    /// <summary>Assemblies whose types cells name; those they need themselves are found beside them.</summary>
    private static readonly (string Assembly, string Namespace)[] _further =
    [
        ("MlNetDigits.Networks", "MlNetDigits.Networks"),
        ("MLNet", "Microsoft.ML"),
        ("Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.DependencyInjection"),
        ("Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.DependencyInjection"),
        ("Microsoft.Extensions.Logging", "Microsoft.Extensions.DependencyInjection"),
    ];

    /// <summary>Lines for the project of the library and for what else the code names in its usings.</summary>
    public static string To(string project, string code)
    {
        string name = Path.GetFileName(project), folder = $"{project}/bin/Release/net10.0";
        IEnumerable<string> assemblies = _further.Where(further => code.Contains($"using {further.Namespace}", StringComparison.Ordinal)).Select(further => further.Assembly);
        return $"// The library as this checkout built it: dotnet build -c Release {project.Replace("../", "", StringComparison.Ordinal)}\n"
            + string.Concat(assemblies.Prepend(name).Select(assembly => $"#r \"{folder}/{assembly}.dll\"\n"))
            + "\n";
    }
}
