using MlNetDigits.Networks;

namespace MlNetDigits.Tests.Code;

/// <summary>Arrows between projects point one way, and who only recognizes digits pulls little.</summary>
public sealed class ProjectArrowsTests
{
    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["MlNetDigits.Networks"] = [],
        ["MlNetDigits.Pool"] = [],
        ["MlNetDigits"] = ["MlNetDigits.Networks", "MlNetDigits.Pool"],
        ["MlNetDigits.Insight"] = ["MlNetDigits"],
        ["MlNetDigits.Console"] = ["MlNetDigits.Insight"],
        ["MlNetDigits.Web"] = ["MlNetDigits.Insight"],
    };

    private static readonly string[] _ofOthers = ["Sqlite", "MathNet", "Plot", "Chart", "AspNetCore", "Spectre", "CommandLine", "OpenTelemetry", "Swashbuckle"];

    [Fact]
    public void Projects_References_AreTheArrowsOfTheLayout()
    {
        Dictionary<string, string[]> actual = SourceProject.All.ToDictionary(project => project.Name, project => project.Projects.Order(StringComparer.Ordinal).ToArray());

        Assert.Equal(_allowed.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(_allowed, project => Assert.Equal(project.Value, actual[project.Key]));
    }

    [Theory]
    [InlineData("MlNetDigits.Networks")]
    [InlineData("MlNetDigits.Pool")]
    [InlineData("MlNetDigits")]
    public void Packages_BelowInsight_AreNeitherForReportsNorForApps(string name)
    {
        IEnumerable<string> packages = SourceProject.Named(name).Packages.Where(package => _ofOthers.Any(part => package.Contains(part, StringComparison.OrdinalIgnoreCase)));

        Assert.Empty(packages);
    }

    [Fact]
    public void Packages_OfInsight_HaveNoWebServerAndNoTerminal()
    {
        IEnumerable<string> packages = SourceProject.Named("MlNetDigits.Insight").Packages.Where(package => package.Contains("AspNetCore", StringComparison.Ordinal) || package.Contains("Spectre", StringComparison.Ordinal));

        Assert.Empty(packages);
    }

    [Fact]
    public void References_OfNetworks_AreNeitherMLNetNorDigits()
    {
        Assert.Empty(SourceProject.Named("MlNetDigits.Networks").Projects);
        Assert.DoesNotContain(typeof(Network).Assembly.GetReferencedAssemblies(), name => name.Name!.Contains("ML", StringComparison.Ordinal) || name.Name.Contains("Digits", StringComparison.Ordinal));
    }
}
