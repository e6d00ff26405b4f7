using System.Text.Json;
using System.Xml.Linq;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Images;

public sealed class LibvipsPackagesTests
{
    [Fact]
    public void LibvipsProps_Versions_AreThoseOfPackageJson()
    {
        var root = Path.GetFullPath(Path.Combine(Checkout.Mnist, "..", ".."));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "package.json")));
        var wanted = json.RootElement.GetProperty("optionalDependencies").EnumerateObject().Select(package => (package.Name, package.Value.GetString()!));

        var listed = XDocument.Load(Path.Combine(root, "build", "libvips.props")).Descendants("LibvipsPackage")
            .Select(item => (item.Attribute("Include")!.Value, item.Attribute("Version")!.Value));

        Assert.Equal(wanted.Order(), listed.Order());
    }
}
