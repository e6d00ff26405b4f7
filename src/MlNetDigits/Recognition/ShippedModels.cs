using MlNetDigits.Mnist;

namespace MlNetDigits.Recognition;

/// <summary>Finds the trained models that come with this library.</summary>
/// <remarks>They lie in <c>models/</c> next to the app or this library, in that of the NuGet package that this library is loaded from, as in a notebook, or in the <c>data/models</c> of the checkout around either.</remarks>
public static class ShippedModels
{
    /// <summary>The model for pictures as people have them, which also tells what is no digit; apps take it where none is named.</summary>
    public const string Default = "robust";

    /// <summary>The network that reads lines of digits, which is no model of single digits; <see cref="Reading.Lines.LineRecognizer.Load"/> takes it.</summary>
    public const string Lines = "lines";

    /// <summary>Gets the names of all models of single digits that a release has: <c>best</c>, trained on MNIST alone, <see cref="Default"/>, and <c>tiny</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["best", "robust", "tiny"];

    /// <summary>Finds a model's ONNX file.</summary>
    /// <param name="name">One of <see cref="Names"/> or <see cref="Lines"/>, in any case; default <see cref="Default"/>.</param>
    /// <returns>The file's absolute path, or null if it is not there.</returns>
    /// <exception cref="ArgumentException">There is no model of this name.</exception>
    public static string? Find(string name = Default) => Find(name, AppContext.BaseDirectory, Path.GetDirectoryName(typeof(ShippedModels).Assembly.Location));

    internal static string? Find(string name, string baseFolder, string? libraryFolder = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Names.Append(Lines).Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"There is no shipped model '{name}': use one of {string.Join(", ", Names)}, or {Lines} for lines of digits.", nameof(name));
        string file = name.ToLowerInvariant() + ".onnx";
        string[] starts = string.IsNullOrEmpty(libraryFolder) ? [baseFolder] : [baseFolder, libraryFolder];
        return starts.Select(start => Path.GetFullPath(start)).SelectMany(start => Places(start, file)).FirstOrDefault(File.Exists);
    }

    /// <summary>Beside an app or library; above the library in a package, which is in <c>lib/net10.0</c>; and in the checkout around it.</summary>
    private static IEnumerable<string> Places(string start, string file)
    {
        yield return Path.Combine(start, "models", file);
        if (Directory.GetParent(start) is { Name: "lib", Parent: { } package }) yield return Path.Combine(package.FullName, "models", file);
        foreach (string checkout in Checkouts.Around(start)) yield return Path.Combine(checkout, "data", "models", file);
    }
}
