using MlNetDigits.Console.Synthesizing;
using MlNetDigits.Idx;
using MlNetDigits.Images;
using MlNetDigits.Tests;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class SynthesizeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Synthesize_EqualSeeds_WritesEqualFoldersThatTrain()
    {
        string first = _folder.File("first"), second = _folder.File("deeper/second");

        Invocation run = Invocation.Run("synthesize", "--count", "120", "--seed", "5", "-o", first);
        Invocation.Run("synthesize", "--count", "120", "--seed", "5", "-o", second);
        Invocation trained = Invocation.Run("train", "--dataset", first, "--arch", "tiny", "--epochs", "1", "--no-report", "-o", _folder.File("models"));

        Assert.Equal((0, 0), (run.ExitCode, trained.ExitCode));
        Assert.StartsWith("Drew 120 pictures of 10 classes in ", run.Output, StringComparison.Ordinal);
        Assert.Equal(121, Files(first).Count);
        Assert.Equal(Files(first), Files(second));
    }

    [Fact]
    public void Synthesize_Text_WritesTextsAndBoxesBesideThePictures()
    {
        string folder = _folder.File("text");

        Invocation run = Invocation.Run("synthesize", "--kind", "text", "--pattern", "12-3", "--count", "2", "--papers", "plain", "-o", folder);

        string[] lines = File.ReadAllLines(Path.Combine(folder, LabelsFile.Name));
        Assert.Equal((0, "file,label,text,boxes,paper,lighting,pen"), (run.ExitCode, lines[0]));
        Assert.Matches(@"^text/0000001\.png,123,123,1:\d+:\d+:\d+:\d+ 2:\d+:\d+:\d+:\d+ 3:\d+:\d+:\d+:\d+,plain,\w+,\w+$", lines[2]);
        Assert.InRange(ImageDecoder.Decode(Path.Combine(folder, "text", "0000001.png")).Height, 80, 140);
    }

    [Fact]
    public void Synthesize_Idx_WritesImagesLabelsAndTheirNames()
    {
        string folder = _folder.File("idx");

        Invocation run = Invocation.Run("synthesize", "--kind", "non-digits", "--non-digits", "blank,letter", "--count", "20", "--format", "idx", "-o", folder);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([20, 28, 28], IdxReader.ReadImages(Path.Combine(folder, PictureFolder.ImagesName)).Dimensions);
        Assert.Equal<byte>([0, 1], IdxReader.ReadLabels(Path.Combine(folder, PictureFolder.LabelsName)).Data.Distinct().Order());
        Assert.Equal(["blank", "letter"], File.ReadAllLines(Path.Combine(folder, PictureFolder.ClassesName)));
    }

    [Fact]
    public void Synthesize_FolderWithContent_IsRefusedAndStaysAsItIs()
    {
        File.WriteAllText(_folder.File("notes.txt"), "mine");

        Invocation run = Invocation.Run("synthesize", "--count", "2", "-o", _folder.Path);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal($"error: '{_folder.Path}' is not empty, and nothing in it is overwritten; name a new folder with --output, or empty it.", run.Error.TrimEnd());
        Assert.Equal(["notes.txt"], Files(_folder.Path).Keys);
    }

    [Theory]
    [InlineData("--pattern is '12a', but must be made of digits", "--pattern", "12a")]
    [InlineData("--max-side is 90, but must be from 200 to 4096.", "--min-side", "200", "--max-side", "90")]
    [InlineData("--papers has 'foo'; give some of plain, grain,", "--papers", "plain,foo")]
    [InlineData("--non-digits is empty; give some of letter,", "--non-digits", ",")]
    [InlineData("--count is '0'; give a whole number from 1 to 1000000.", "--count", "0")]
    [InlineData("--format idx holds single signs", "--format", "idx", "--kind", "text")]
    [InlineData("300 lines of up to 900 digits that are up to 140 pixels high have about 5292 megapixels, but at most 64 are drawn; use fewer digits or lines, or lower --max-side.", "--kind", "text", "--rows", "300", "--max-length", "900")]
    public void Synthesize_BadInput_IsOneLineAndWritesNothing(string expected, params string[] arguments)
    {
        Invocation run = Invocation.Run(["synthesize", "-o", _folder.File("none"), .. arguments]);

        Assert.Equal((1, string.Empty), (Math.Min(run.ExitCode, 1), run.Output));
        Assert.StartsWith("error: " + expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(Files(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), path => Convert.ToBase64String(File.ReadAllBytes(path))), StringComparer.Ordinal);
}
