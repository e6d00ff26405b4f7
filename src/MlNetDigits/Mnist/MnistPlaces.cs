namespace MlNetDigits.Mnist;

/// <summary>What the process's surroundings say about where MNIST lies.</summary>
/// <param name="Variable">Value of MNIST_DIR, or null.</param>
/// <param name="SearchRoots">Folders from which a checkout is searched upwards.</param>
/// <param name="Cache">The user's cache folder for MNIST.</param>
internal sealed record MnistPlaces(string? Variable, IReadOnlyList<string> SearchRoots, string Cache)
{
    public const string VariableName = "MNIST_DIR";

    public static MnistPlaces Current() => new(
        Environment.GetEnvironmentVariable(VariableName),
        [AppContext.BaseDirectory, Environment.CurrentDirectory],
        Path.Combine(UserCache(), "mlnet-digits", "mnist"));

    /// <summary>The data/mnist of the checkout that a search root lies in, if complete.</summary>
    public string? FindCheckout() => SearchRoots
        .SelectMany(Checkouts.Around)
        .Select(checkout => Path.Combine(checkout, "data", "mnist"))
        .FirstOrDefault(data => MnistFile.All.All(file => file.Find(data) is not null));

    private static string UserCache()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathFullyQualified(cache))
            return cache;

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() || home.Length == 0
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Path.Combine(home, ".cache");
    }
}
