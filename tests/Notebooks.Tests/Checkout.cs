using System.Reflection;

namespace MlNetDigits.Notebooks;

/// <summary>Where the notebooks lie, and how the library beside them was built.</summary>
internal static class Checkout
{
    /// <summary>The folder of notebooks and walks.</summary>
    public static string Notebooks { get; } = Path.GetFullPath(Metadata("Notebooks"));

    /// <summary>The folder of walks as apps, built.</summary>
    public static string Apps { get; } = Path.GetFullPath(Metadata("Apps"));

    /// <summary>The configuration that was built: <c>Debug</c> or <c>Release</c>.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Names of all walks in order, such as <c>01-quick-start</c>.</summary>
    public static IReadOnlyList<string> Walks { get; } =
        [.. Directory.GetFiles(Notebooks, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Metadata(string key) =>
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
