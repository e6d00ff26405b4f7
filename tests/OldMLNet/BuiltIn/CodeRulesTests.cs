using System.Text.RegularExpressions;

namespace MLNet.Tests.BuiltIn;

public sealed partial class CodeRulesTests
{
    private static readonly string[] _files = [.. SourceTree.Files("src", "MLNet")];

    [Fact]
    public void Files_Lines_StayShort()
    {
        var lengths = _files.Select(path => (path, Lines: File.ReadLines(path).Count())).OrderBy(file => file.Lines).ToArray();

        Assert.DoesNotContain(lengths, file => file.Lines > 400);
        Assert.InRange(lengths[lengths.Length / 2].Lines, 1, 59);
    }

    [Fact]
    public void Files_PublicTypes_AreOnePerFile()
    {
        var crowded = _files.Where(path => File.ReadLines(path).Count(line => PublicType().IsMatch(line)) > 1);

        Assert.Empty(crowded);
    }

    [Fact]
    public void Files_AmbientState_IsNotUsed()
    {
        var guilty = _files.Where(path => Ambient().IsMatch(File.ReadAllText(path)));

        Assert.Empty(guilty);
    }

    [GeneratedRegex(@"^public .*\b(class|struct|interface|enum|record|delegate) ")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"Console\.Write|DateTime\.(Utc)?Now|Random\.Shared")]
    private static partial Regex Ambient();
}
