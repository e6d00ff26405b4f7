using MlNetDigits.Console.Commands;
using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class ModelChoiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("models").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Choose_TwoTrained_TakesTheLatest()
    {
        Write("old", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Write("new", new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal((Path.Combine("artifacts", "new", "digits.onnx"), "trained last"), ModelChoice.Choose(_folder, "/shipped/robust.onnx"));
    }

    [Fact]
    public void Choose_NoneTrained_TakesTheShippedOne() =>
        Assert.Equal(("/shipped/robust.onnx", "shipped"), ModelChoice.Choose(_folder, "/shipped/robust.onnx"));

    [Fact]
    public void Choose_NoModelAtAll_NamesFolderAndMend()
    {
        var error = Assert.Throws<UserError>(() => ModelChoice.Choose(_folder, null));

        Assert.Contains(Path.Combine(_folder, "artifacts"), error.Message);
        Assert.Contains("mlnet-digits train", error.Message);
    }

    private void Write(string name, DateTime time)
    {
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "artifacts", name)).FullName, "digits.onnx");
        File.WriteAllText(file, name);
        File.SetLastWriteTimeUtc(file, time);
    }
}
