using Microsoft.Data.Sqlite;
using MlNetDigits.Feedback;
using MlNetDigits.Idx;

namespace MlNetDigits.Tests.Feedback;

public sealed class FeedbackStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("feedback.db");

    [Fact]
    public void Add_Entries_AreReadInOrder()
    {
        var first = FeedbackStore.Open(File).Add(Entry(3));
        var second = FeedbackStore.Open(File).Add(Entry(4));

        var entries = FeedbackStore.OpenExisting(File).Read();

        Assert.Equal((1, 2), (first, second));
        Assert.Equal([3, 4], entries.Select(entry => entry.Label));
        Assert.Equal(Entry(3).Pixels, entries[0].Pixels);
        Assert.Equal(Entry(3) with { Id = 1, Pixels = entries[0].Pixels }, entries[0]);
    }

    [Fact]
    public void Open_FileOfTheFirstVersion_IsBroughtUpToDateWithItsRows()
    {
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            FeedbackSchema.Migrate(connection, File, last: 1);
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO feedback (created, pixels, label, predicted, confidence, model) VALUES ('2026-01-02T03:04:05.0000000Z', zeroblob(784), 5, 6, 0.5, 'old')";
            command.ExecuteNonQuery();
        }

        FeedbackStore.Open(File).Add(Entry(7));

        var entries = FeedbackStore.Open(File).Read();
        Assert.Equal([5, 7], entries.Select(entry => entry.Label));
        Assert.Equal([null, "abc"], entries.Select(entry => entry.ModelSha256));
    }

    [Fact]
    public void Open_OtherFiles_AreRefusedAndLeftAlone()
    {
        System.IO.File.WriteAllText(_folder.File("text.db"), "no database, but longer than a header of SQLite, which has a hundred bytes and a few more than that");
        using (var connection = new SqliteConnection($"Data Source={_folder.File("other.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE other (id INTEGER)";
            command.ExecuteNonQuery();
        }

        Assert.Contains("no SQLite database", Assert.Throws<InvalidDataException>(() => FeedbackStore.Open(_folder.File("text.db"))).Message);
        Assert.Contains("another program", Assert.Throws<InvalidDataException>(() => FeedbackStore.Open(_folder.File("other.db"))).Message);
        Assert.Throws<FileNotFoundException>(() => FeedbackStore.OpenExisting(_folder.File("none.db")));
        Assert.Throws<DirectoryNotFoundException>(() => FeedbackStore.Open(_folder.File("none/feedback.db")));
    }

    [Fact]
    public void Add_NoDigit_IsRefused()
    {
        var store = FeedbackStore.Open(File);

        Assert.Throws<ArgumentOutOfRangeException>(() => store.Add(Entry(10)));
        Assert.Throws<ArgumentException>(() => store.Add(Entry(1) with { Pixels = new byte[3] }));
        Assert.Equal(0, store.Count());
    }

    [Fact]
    public void Add_ManyThreads_KeepsAll()
    {
        var store = FeedbackStore.Open(File);

        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => store.Add(Entry(i % 10)));

        Assert.Equal(40, store.Count());
    }

    [Fact]
    public void WriteIdx_Entries_AreReadBack()
    {
        FeedbackEntry[] entries = [Entry(3), Entry(4)];

        entries.WriteIdx(_folder.File("idx"));

        var images = IdxReader.ReadImages(Path.Combine(_folder.File("idx"), FeedbackDigits.ImagesName));
        Assert.Equal([2, 28, 28], images.Dimensions);
        Assert.Equal([.. entries[0].Pixels, .. entries[1].Pixels], images.Data);
        Assert.Equal([3, 4], IdxReader.ReadLabels(Path.Combine(_folder.File("idx"), FeedbackDigits.LabelsName)).Data);
    }

    public void Dispose() => _folder.Dispose();

    private static FeedbackEntry Entry(int label) => new()
    {
        Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Pixels = [.. Enumerable.Range(0, 784).Select(i => (byte)(i + label))],
        Label = label,
        Predicted = 1,
        Confidence = 0.75f,
        Model = "best",
        ModelSha256 = "abc",
    };
}
