using MlNetDigits.Tests;
using Packages.Tests.Packing;

namespace Packages.Tests.Consumers;

/// <summary>A new app of somebody else that uses the packages, with a package cache of its own.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Consumer() => Directory.CreateDirectory(Folder);

    public string Folder => _folder.File("Meine größte App");

    /// <summary>The built app.</summary>
    public string Program => Path.Combine(Folder, "bin", "Debug", "net10.0", "App.dll");

    /// <summary>Makes the app, which references the library.</summary>
    /// <param name="packages">Further packages that it references.</param>
    /// <param name="fromMachinesSources">Whether packages of others come from where the machine has them from, not from what the build has restored.</param>
    public static async Task<Consumer> CreateAsync(string template, Feed feed, string[]? packages = null, bool fromMachinesSources = false)
    {
        var consumer = new Consumer();
        File.WriteAllText(consumer._folder.File("nuget.config"), fromMachinesSources ? Beside(feed) : Sources(feed));
        await consumer.DotNet("new", template, "--name", "App", "--output", ".", "--no-restore").RunAsync();
        foreach (string package in (string[])["MlNetDigits", .. packages ?? []])
            await consumer.DotNet("add", "package", package).RunAsync();
        return consumer;
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public Task<string> BuildAsync() => DotNet("build", "--no-restore", "-warnaserror").RunAsync();

    public Command DotNet(params string[] arguments) => Command.DotNet(Folder, arguments).With("NUGET_PACKAGES", _folder.File("cache"));

    public void Dispose() => _folder.Dispose();

    /// <summary>Our packages come from the feed and from nowhere else; those of others from what the build has restored.</summary>
    private static string Sources(Feed feed) => $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="feed" value="{feed.Packages}" />
            <add key="restored" value="{Build.RestoredPackages}" />
          </packageSources>
          <packageSourceMapping>
            <clear />
            <packageSource key="feed"><package pattern="MlNetDigits" /><package pattern="MlNetDigits.*" /></packageSource>
            <packageSource key="restored"><package pattern="*" /></packageSource>
          </packageSourceMapping>
          {Restored}
        </configuration>
        """;

    /// <summary>The feed beside the machine's own sources.</summary>
    private static string Beside(Feed feed) => $"""
        <configuration>
          <packageSources>
            <add key="feed" value="{feed.Packages}" />
          </packageSources>
          {Restored}
        </configuration>
        """;

    /// <summary>What lies there already is not unpacked once more.</summary>
    private static string Restored => $"""<fallbackPackageFolders><add key="restored" value="{Build.RestoredPackages}" /></fallbackPackageFolders>""";
}
