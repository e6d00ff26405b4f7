using System.IO.Compression;
using MlNetDigits.Tests;

namespace Packages.Tests.Packing;

/// <summary>The packages, packed once for all tests from what the build left in bin.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The ids of all packages of this build.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["MlNetDigits", "MlNetDigits.Console", "MlNetDigits.Insight", "MlNetDigits.Networks", "MlNetDigits.Pool"];

    /// <summary>Where the packages lie; a path as people have them.</summary>
    internal string Packages => _folder.File("Größe und Ziffern");

    public async ValueTask InitializeAsync()
    {
        string[] arguments = ReadmeCommand.Arguments("pack", ("Release", [Build.Configuration]));
        await Command.DotNet(Build.Checkout, [.. arguments, "--no-build", "-o", Packages]).RunAsync();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal ZipArchive Open(string id, string extension = "nupkg") =>
        ZipFile.OpenRead(Directory.GetFiles(Packages, $"*.{extension}").Single(path => IdOf(path) == id));

    /// <summary>Files are called id.version.nupkg.</summary>
    internal static string IdOf(string path) => string.Join('.', Path.GetFileName(path).Split('.').TakeWhile(part => !char.IsAsciiDigit(part[0])));
}
