namespace MlNetDigits.Recognition;

/// <summary>Finds the trained models that come with this library.</summary>
/// <remarks>They lie in <c>models/</c> next to the app or this library, or in the <c>data/models</c> of the checkout that the app was built in.</remarks>
public static class ShippedModels
{
    /// <summary>Gets the names of all models that a release has: <c>best</c> and <c>tiny</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["best", "tiny"];

    /// <summary>Finds a model's ONNX file.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case; default <c>best</c>.</param>
    /// <returns>The file's absolute path, or null if it is not there.</returns>
    /// <exception cref="ArgumentException">There is no model of this name.</exception>
    public static string? Find(string name = "best") => Find(name, AppContext.BaseDirectory) ?? FindBesideLibrary(name);

    /// <summary>In notebooks and scripts the app is another's, which loads this library from its own folder.</summary>
    private static string? FindBesideLibrary(string name) =>
        Path.GetDirectoryName(typeof(ShippedModels).Assembly.Location) is { Length: > 0 } folder ? Find(name, folder) : null;

    internal static string? Find(string name, string baseFolder)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"There is no shipped model '{name}': use one of {string.Join(", ", Names)}.", nameof(name));
        string file = name.ToLowerInvariant() + ".onnx", beside = Path.Combine(Path.GetFullPath(baseFolder), "models", file);
        if (File.Exists(beside)) return beside;
        for (var folder = new DirectoryInfo(baseFolder); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "data", "models", file);
            if (File.Exists(Path.Combine(folder.FullName, "MlNetDigits.sln")) && File.Exists(path)) return path;
        }

        return null;
    }
}
