using System.Text.Json;
using System.Xml.Linq;

namespace MlNetDigits.Tests.Images;

public sealed class LibvipsPackagesTests
{
    [Fact]
    public void LibvipsProps_Versions_AreThoseOfPackageJson()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SourceTree.PathOf("package.json")));
        var wanted = json.RootElement.GetProperty("optionalDependencies").EnumerateObject().Select(package => (package.Name, package.Value.GetString()!));

        var listed = XDocument.Load(SourceTree.PathOf("build", "libvips.props")).Descendants("LibvipsPackage")
            .Select(item => (item.Attribute("Include")!.Value, item.Attribute("Version")!.Value));

        Assert.Equal(wanted.Order(), listed.Order());
    }
}
