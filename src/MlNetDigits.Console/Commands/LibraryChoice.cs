using System.CommandLine;
using MlNetDigits.Console.Generation;
using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Commands;

/// <summary>How a generated project references this library: as a checkout's project, or as a package.</summary>
/// <param name="Project">The project's path; null for that of the checkout that this program runs from.</param>
/// <param name="PackageSource">A folder or feed with the package; null for the feeds that are set up.</param>
internal sealed record LibraryChoice(string? Project, string? PackageSource)
{
    /// <summary>Creates the option of a project.</summary>
    public static Option<string?> ProjectOption() => new("--reference-project")
    {
        Description = "Project of MlNetDigits that the generated apps reference. Default: the one of the checkout that this program runs from, else the package MlNetDigits.",
        HelpName = "csproj",
    };

    /// <summary>Creates the option of a package's source.</summary>
    public static Option<string?> SourceOption() => new("--package-source")
    {
        Description = "Folder or feed from which the generated apps take the package MlNetDigits, beside the feeds that are set up.",
        HelpName = "source",
    };

    /// <summary>Decides for a project or a package.</summary>
    /// <exception cref="UserError">Both are given, or the project or folder is missing.</exception>
    public LibraryReference Resolve()
    {
        if (Project is not null && PackageSource is not null)
            throw new UserError("--reference-project and --package-source do not go together; give one of them.");
        if (Project is not null && !File.Exists(Project))
            throw new UserError($"The project '{Project}' does not exist; give --reference-project the path of MlNetDigits.csproj, or leave it out to take the package.");
        if (PackageSource is null)
            return new LibraryReference((Project is null ? null : Path.GetFullPath(Project)) ?? LibraryReference.FindCheckout(AppContext.BaseDirectory), null);
        bool isFeed = Uri.TryCreate(PackageSource, UriKind.Absolute, out Uri? uri) && !uri.IsFile;
        if (!isFeed && !Directory.Exists(PackageSource))
            throw new UserError($"The folder '{PackageSource}' does not exist; give --package-source a folder with MlNetDigits's packages, or a feed's address.");
        return new LibraryReference(null, isFeed ? PackageSource : Path.GetFullPath(PackageSource));
    }
}
