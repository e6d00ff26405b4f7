using System.Reflection;
using System.Text.RegularExpressions;
using MlNetDigits.Charts;
using MlNetDigits.Networks;
using MlNetDigits.Recognition;

namespace MlNetDigits.Tests.Code;

/// <summary>Rules about the code of all projects.</summary>
public sealed partial class CodeRulesTests
{
    public static TheoryData<string> Projects => [.. SourceProject.All.Select(project => project.Name)];

    public static TheoryData<string> Libraries => [.. _libraries.Keys];

    // The pool is left out of the rules of types: its API is that of Microsoft.Extensions.ML.
    private static readonly Dictionary<string, Assembly> _libraries = new[] { typeof(Network), typeof(DigitRecognizer), typeof(SvgPicture) }
        .Select(type => type.Assembly).ToDictionary(assembly => assembly.GetName().Name!);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_Lines_StayShort(string project)
    {
        int[] lines = [.. SourceProject.Named(project).Files.Select(path => File.ReadLines(path).Count()).Order()];

        Assert.InRange(lines[^1], 1, 400);
        Assert.InRange(lines[lines.Length / 2], 1, 59);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_PublicTypes_AreOnePerFileAndNamedLikeIt(string project)
    {
        foreach (string path in SourceProject.Named(project).Files)
        {
            string[] names = [.. File.ReadLines(path).Select(line => PublicType().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value)];

            Assert.True(names.Length < 2 && (names.Length == 0 || names[0] == Path.GetFileNameWithoutExtension(path)), $"{path} has the public types {string.Join(", ", names)}.");
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_Namespaces_AreFileScopedAndFollowFolders(string name)
    {
        SourceProject project = SourceProject.Named(name);

        foreach (string path in project.Files.Where(path => Path.GetFileName(path) != "Program.cs"))
            Assert.Contains($"namespace {project.NamespaceOf(path)};", File.ReadLines(path));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_AmbientState_IsNotUsed(string project)
    {
        Assert.DoesNotContain(SourceProject.Named(project).Files, path => Ambient().IsMatch(File.ReadAllText(path)));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Types_PublicClasses_AreSealedStaticOrAbstract(string library)
    {
        var open = _libraries[library].GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

        Assert.Empty(open);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Types_PublicFields_AreConstantOrReadOnly(string library)
    {
        var fields = _libraries[library].GetExportedTypes().Where(type => !type.IsEnum).SelectMany(type => type.GetFields()).Where(field => !field.IsLiteral && !field.IsInitOnly);

        Assert.Empty(fields);
    }

    [GeneratedRegex(@"^public .*\b(class|struct|interface|enum|record|delegate) (class |struct )?(?<name>\w+)")]
    private static partial Regex PublicType();

    // A terminal that a command is handed has a Console of its own.
    [GeneratedRegex(@"(?<![a-z]\.)Console\.Write|System\.Console\.Write|DateTime(Offset)?\.(Utc)?Now|Random\.Shared|new Random\(")]
    private static partial Regex Ambient();
}
