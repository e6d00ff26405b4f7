using MlNetDigits.Recognition;

namespace MlNetDigits.Tests.Recognition;

public sealed class ShippedModelsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string App => Directory.CreateDirectory(_folder.File("bin/app")).FullName;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_InTheCheckoutAbove_GivesItsFile()
    {
        Write("MlNetDigits.sln");
        string model = Write("data/models/tiny.onnx");

        Assert.Equal(model, ShippedModels.Find("TINY", App));
        Assert.Null(ShippedModels.Find("best", App));
    }

    [Fact]
    public void Find_BesideTheApp_ComesFirst()
    {
        Write("MlNetDigits.sln");
        Write("data/models/best.onnx");
        string beside = Write("bin/app/models/best.onnx");

        Assert.Equal(beside, ShippedModels.Find("best", App));
    }

    [Fact]
    public void Find_LibraryInAPackage_GivesThePackagesFile()
    {
        string packaged = Write("package/models/best.onnx");
        string library = Directory.CreateDirectory(_folder.File("package/lib/net10.0")).FullName;

        Assert.Equal(packaged, ShippedModels.Find("best", App, library));
        Assert.Null(ShippedModels.Find("tiny", App, library));
    }

    [Fact]
    public void Find_NoCheckout_GivesNull()
    {
        Write("data/models/best.onnx");

        Assert.Null(ShippedModels.Find("best", App));
    }

    [Fact]
    public void Find_UnknownName_NamesTheKnownOnes() =>
        Assert.Contains("use one of best, robust, tiny, or lines for lines of digits.", Assert.Throws<ArgumentException>(() => ShippedModels.Find("huge")).Message);

    private string Write(string name)
    {
        string path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, name);
        return path;
    }
}
