using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Tests.Rendering;

namespace MlNetDigits.Console.Tests.Hosting;

public sealed class JournalTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("journal").FullName;

    [Fact]
    public void Log_SecondTraining_AppendsBelowTheFirst()
    {
        string path = Path.Combine(_root, "Prüfung 1", "train.log");
        using (Journal first = Journal.Open(path, TextWriter.Null, new ManualTime()))
            first.Log("one");
        using var details = new StringWriter { NewLine = "\n" };

        using (Journal second = Journal.Open(path, details, new ManualTime()))
            second.Detail("two");

        Assert.Equal("two\n", details.ToString());
        string[] lines = File.ReadAllLines(path);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (one|two)$", line));
    }

    [Fact]
    public void Failed_AnError_IsLoggedAndGoesOn()
    {
        string path = Path.Combine(_root, "train.log");
        using (Journal journal = Journal.Open(path, TextWriter.Null, new ManualTime()))
            Assert.False(journal.Failed(new InvalidDataException("bad pixel")));

        Assert.Contains("error: System.IO.InvalidDataException: bad pixel", File.ReadAllText(path));
    }

    [Fact]
    public void Open_AFolder_NamesItAndTheOption()
    {
        var error = Assert.Throws<UserError>(() => Journal.Open(_root, TextWriter.Null, TimeProvider.System));

        Assert.Contains($"'{_root}'", error.Message);
        Assert.Contains("--log-file-path", error.Message);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
