using System.Reflection;
using System.Security;

namespace MlNetDigits.Console.Generation;

/// <summary>A generated project's reference to this library.</summary>
/// <param name="Project">Absolute path of a project; null for the package of this program's version.</param>
/// <param name="PackageSource">Folder or feed with the package; null for the feeds that are set up.</param>
internal sealed record LibraryReference(string? Project, string? PackageSource)
{
    private const string Package = "MlNetDigits";

    /// <summary>Gets the package's version: this program's.</summary>
    public static string Version { get; } =
        typeof(LibraryReference).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Finds the library's project in the checkout that a folder lies in.</summary>
    /// <returns>Its absolute path, or null outside a checkout.</returns>
    public static string? FindCheckout(string folder)
    {
        for (DirectoryInfo? place = new(folder); place is not null; place = place.Parent)
        {
            string project = Path.Combine(place.FullName, "src", Package, $"{Package}.csproj");
            if (File.Exists(Path.Combine(place.FullName, $"{Package}.sln")) && File.Exists(project))
                return project;
        }

        return null;
    }

    /// <summary>Writes the reference as an MSBuild item.</summary>
    /// <param name="projectFolder">Folder of the project that it is for.</param>
    public string ToItem(string projectFolder) => Project is null
        ? $"<PackageReference Include=\"{Package}\" Version=\"{Version}\" />"
        : $"<ProjectReference Include=\"{Escape(Path.GetRelativePath(projectFolder, Project))}\" />";

    /// <summary>Writes the package's source as an MSBuild property; empty without one.</summary>
    public string ToSourceProperty() => PackageSource is null ? string.Empty : $"\n    <RestoreAdditionalProjectSources>{Escape(PackageSource)}</RestoreAdditionalProjectSources>";

    /// <summary>Says in words what is referenced.</summary>
    public override string ToString() => Project ?? $"the package {Package} {Version}{(PackageSource is null ? string.Empty : $" from {PackageSource}")}";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
