using System.Xml.Linq;

namespace MlNetDigits.Tests.Code;

/// <summary>A project of <c>src</c>, as its files tell of it.</summary>
internal sealed class SourceProject
{
    private readonly XDocument _project;
    private readonly string _folder;

    private SourceProject(string name)
    {
        Name = name;
        _folder = SourceTree.PathOf("src", name);
        _project = XDocument.Load(Path.Combine(_folder, name + ".csproj"));
        Files = [.. SourceTree.Files("src", name).Order(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<SourceProject> All { get; } =
        [.. Directory.GetFiles(SourceTree.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal).Select(name => new SourceProject(name))];

    public string Name { get; }

    public IReadOnlyList<string> Files { get; }

    public IEnumerable<string> Projects => Included("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

    public IEnumerable<string> Packages => Included("PackageReference");

    public string RootNamespace => _project.Descendants("RootNamespace").FirstOrDefault()?.Value ?? Name;

    public static SourceProject Named(string name) => All.Single(project => project.Name == name);

    /// <summary>The feature that a file belongs to: the project's folder above it, or nothing for a file beside the project.</summary>
    public string FolderOf(string path)
    {
        string[] parts = Path.GetRelativePath(_folder, path).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : "";
    }

    /// <summary>The namespace of a file's folder.</summary>
    public string NamespaceOf(string path)
    {
        string folder = Path.GetRelativePath(_folder, Path.GetDirectoryName(path)!);
        return folder == "." ? RootNamespace : $"{RootNamespace}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    private IEnumerable<string> Included(string item) => _project.Descendants(item).Select(element => element.Attribute("Include")!.Value.Replace('\\', '/')).Order(StringComparer.Ordinal);
}
