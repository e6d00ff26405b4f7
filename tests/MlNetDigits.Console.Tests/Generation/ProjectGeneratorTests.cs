using MlNetDigits.Console.Generation;
using MlNetDigits.Console.Tests.Hosting;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Console.Tests.Generation;

public sealed class ProjectGeneratorTests : IDisposable
{
    private static readonly string Model = ShippedModels.Find("tiny")!;

    private readonly string _root = Directory.CreateTempSubdirectory("generated").FullName;

    [Fact]
    public void Write_Package_NamesTheProgramsVersionAndTheSource()
    {
        var reference = new LibraryReference(null, "/päckchen & mehr");

        GeneratedProject project = new ProjectGenerator(reference).Write(Model, "Tiny", _root);

        Assert.Contains($"<PackageReference Include=\"MlNetDigits\" Version=\"{LibraryReference.Version}\" />", Read("Tiny.Web/Tiny.Web.csproj"));
        Assert.Contains("<RestoreAdditionalProjectSources>/päckchen &amp; mehr</RestoreAdditionalProjectSources>", Read("Directory.Build.props"));
        Assert.Contains("ImageForm.Read(ModelMetadata.Read(path))", Read("Tiny.Console/Program.cs"));
        Assert.Equal(11, project.Written.Count);
        Assert.All(project.Written.Where(file => file != "model/digits.zip"), file => Assert.DoesNotContain("__", Read(file)));
    }

    [Fact]
    public void Write_FilesThatAreThere_KeepsThemAndReplacesTheModel()
    {
        var generator = new ProjectGenerator(new LibraryReference("/somewhere/MlNetDigits.csproj", null));
        generator.Write(Model, "Tiny", _root);
        File.WriteAllText(Path.Combine(_root, "Tiny.Console", "Program.cs"), "// mine");
        File.WriteAllText(Path.Combine(_root, "model", "digits.zip"), "old");

        GeneratedProject project = generator.Write(Model, "Tiny", _root);

        Assert.Equal(["model/digits.zip"], project.Written);
        Assert.Contains("Tiny.Console/Program.cs", project.Kept);
        Assert.Equal("// mine", Read("Tiny.Console/Program.cs"));
        Assert.NotEqual("old", Read("model/digits.zip"));
    }

    [Theory]
    [InlineData(FormModels.Refusing, true)]
    [InlineData("mnist", false)]
    public void Write_OnnxModel_KeepsWhetherItRefuses(string kind, bool hasRejection)
    {
        new ProjectGenerator(new LibraryReference("/somewhere/MlNetDigits.csproj", null)).Write(FormModels.Get(kind).Onnx, "Tiny", _root);

        using var recognizer = DigitRecognizer.Load(Path.Combine(_root, "model", "digits.zip"));

        Assert.Equal(hasRejection, recognizer.HasRejection);
    }

    [Fact]
    public void Generate_MissingSource_IsOneLineThatNamesIt()
    {
        string missing = Path.Combine(_root, "missing");

        (int code, string output, string error) = InProcess.Run("generate", "--model", "tiny", "--package-source", missing, "-o", Path.Combine(_root, "out"));

        Assert.Equal((1, string.Empty), (code, output));
        Assert.StartsWith($"error: The folder '{missing}' does not exist; give --package-source", error);
        Assert.False(Directory.Exists(Path.Combine(_root, "out")));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Read(string file) => File.ReadAllText(Path.Combine(_root, file));
}
