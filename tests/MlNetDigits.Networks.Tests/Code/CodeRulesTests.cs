using System.Text.RegularExpressions;

namespace MlNetDigits.Networks.Tests.Code;

/// <summary>Rules about this library's code and about the arrows between projects.</summary>
public sealed partial class CodeRulesTests
{
    private static readonly string[] _files = [.. SourceTree.Files("src", "MlNetDigits.Networks")];

    [Fact]
    public void Files_Lines_StayShort()
    {
        int[] lines = [.. _files.Select(path => File.ReadLines(path).Count()).Order()];

        Assert.InRange(lines[^1], 1, 400);
        Assert.InRange(lines[lines.Length / 2], 1, 59);
    }

    [Fact]
    public void Files_PublicTypes_AreOnePerFileAndNamedLikeIt()
    {
        foreach (string path in _files)
        {
            string[] names = [.. File.ReadLines(path).Select(line => PublicType().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value)];

            Assert.True(names.Length < 2 && (names.Length == 0 || names[0] == Path.GetFileNameWithoutExtension(path)), $"{path} has the public types {string.Join(", ", names)}.");
        }
    }

    [Fact]
    public void Files_Namespaces_AreFileScopedAndFollowFolders()
    {
        foreach (string path in _files)
        {
            string folder = Path.GetRelativePath(SourceTree.PathOf("src"), Path.GetDirectoryName(path)!);

            Assert.Contains($"namespace {folder.Replace(Path.DirectorySeparatorChar, '.')};", File.ReadLines(path));
        }
    }

    [Fact]
    public void Files_AmbientState_IsNotUsed()
    {
        Assert.DoesNotContain(_files, path => Ambient().IsMatch(File.ReadAllText(path)));
    }

    [Fact]
    public void References_OfNetworks_AreNeitherMLNetNorDigits()
    {
        string project = File.ReadAllText(SourceTree.PathOf("src", "MlNetDigits.Networks", "MlNetDigits.Networks.csproj"));

        Assert.DoesNotContain("ProjectReference", project);
        Assert.DoesNotContain(typeof(Network).Assembly.GetReferencedAssemblies(), name => name.Name!.Contains("ML", StringComparison.Ordinal) || name.Name.Contains("Digits", StringComparison.Ordinal));
    }

    [Fact]
    public void Types_PublicClasses_AreSealedStaticOrAbstract()
    {
        var open = typeof(Network).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

        Assert.Empty(open);
    }

    [Fact]
    public void Types_PublicFields_AreConstantOrReadOnly()
    {
        var fields = typeof(Network).Assembly.GetExportedTypes().Where(type => !type.IsEnum).SelectMany(type => type.GetFields()).Where(field => !field.IsLiteral && !field.IsInitOnly);

        Assert.Empty(fields);
    }

    [GeneratedRegex(@"^public .*\b(class|struct|interface|enum|record|delegate) (class |struct )?(?<name>\w+)")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"Console\.Write|DateTime(Offset)?\.(Utc)?Now|Random\.Shared|new Random\(")]
    private static partial Regex Ambient();
}
