using System.Text.Json;

namespace Packages.Tests.Packing;

public sealed class OfficialTests
{
    [Fact]
    public async Task Digits_OnOfficialMLNet_DependsOnMicrosoftsPackages()
    {
        string items = await Command.DotNet(Build.Checkout, "msbuild", "src/MlNetDigits/MlNetDigits.csproj", "-p:MLNet=Official", "-getItem:PackageReference", "-getItem:ProjectReference").RunAsync();

        JsonElement all = JsonDocument.Parse(items).RootElement.GetProperty("Items");

        Assert.Contains("Microsoft.ML.OnnxTransformer", Names(all, "PackageReference"));
        Assert.Equal("../MlNetDigits.Networks/MlNetDigits.Networks.csproj", Assert.Single(Names(all, "ProjectReference")));
    }

    [Theory, InlineData("MLNet"), InlineData("OnnxRuntime")]
    public async Task BuiltIn_OnOfficialMLNet_IsNoPackage(string project)
    {
        string packable = await Command.DotNet(Build.Checkout, "msbuild", $"src/{project}/{project}.csproj", "-p:MLNet=Official", "-getProperty:IsPackable").RunAsync();

        Assert.Equal("false", packable.Trim());
    }

    private static string[] Names(JsonElement items, string kind) => [.. items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
}
