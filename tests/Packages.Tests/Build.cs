using System.Reflection;
using MlNetDigits.RequiredMnist;

namespace Packages.Tests;

/// <summary>The build that the tests are part of.</summary>
internal static class Build
{
    public static string Checkout { get; } = Fact("Checkout");

    /// <summary>Debug or Release: what the projects were built as, and so what can be packed without a build.</summary>
    public static string Configuration { get; } = Fact("Configuration");

    /// <summary>Where the build's own restore laid the packages of others: a feed for them without a network.</summary>
    public static string RestoredPackages { get; } = Fact("RestoredPackages");

    /// <summary>The folder that has MNIST.</summary>
    /// <exception cref="MnistMissingException">There is none.</exception>
    public static string Mnist => Path.Combine(Checkout, "data", "mnist") is var folder && File.Exists(Path.Combine(folder, "train-images-idx3-ubyte")) ? folder : throw new MnistMissingException();

    public static string Sample(string name) => Path.Combine(Checkout, "data", "samples", name);

    private static string Fact(string key) =>
        typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == key).Value!;
}
