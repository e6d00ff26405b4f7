using System.Reflection;
using System.Runtime.InteropServices;

namespace Packages.Tests;

/// <summary>The build that the tests are part of.</summary>
internal static class Build
{
    public static string Checkout { get; } = Fact("Checkout");

    /// <summary>Debug or Release: what the projects were built as, and so what can be packed without a build.</summary>
    public static string Configuration { get; } = Fact("Configuration");

    /// <summary>Whether the projects stand on Microsoft's ML.NET.</summary>
    public static bool IsOfficial { get; } = Fact("MLNet") == "Official";

    /// <summary>Where the build's own restore laid the packages of others: a feed for them without a network.</summary>
    public static string RestoredPackages { get; } = Fact("RestoredPackages");

    public static string Runtime { get; } =
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    public static string Sample(string name) => Path.Combine(Checkout, "data", "samples", name);

    private static string Fact(string key) =>
        typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == key).Value!;
}
