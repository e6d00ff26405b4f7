using MlNetDigits.Console.Commands;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class PathPatternTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("müster 1 ").FullName;

    public PathPatternTests()
    {
        Directory.CreateDirectory(In("b/c"));
        foreach (string file in (string[])["1.png", "2.jpg", "10.png", ".hidden.png", "b/3.png", "b/c/4.png", "b/x[1].png"])
            File.WriteAllText(In(file), string.Empty);
    }

    [Theory]
    [InlineData("*.png", "1.png", "10.png")]
    [InlineData("?.png", "1.png")]
    [InlineData("*/*.png", "b/3.png", "b/x[1].png")]
    [InlineData("**/*.png", "1.png", "10.png", "b/3.png", "b/c/4.png", "b/x[1].png")]
    [InlineData("b/**", "b/3.png", "b/c/4.png", "b/x[1].png")]
    [InlineData("b/c/../?.png", "b/c/../3.png")]
    [InlineData("nothing/*.png")]
    public void Expand_APattern_GivesTheFilesInOrder(string pattern, params string[] expected) => Assert.Equal(expected.Select(In), PathPattern.Expand(In(pattern)));

    [Fact]
    public void IsPattern_AFileOfThatName_IsTheFile()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllText(In("what?.png"), string.Empty);

        Assert.False(PathPattern.IsPattern(In("what?.png")));
        Assert.True(PathPattern.IsPattern(In("who?.png")));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string In(string file) => Path.Combine(_root, file);
}
