using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Idx;
using static MlNetDigits.Tests.Datasets.SampleImages;

namespace MlNetDigits.Tests.Datasets;

public sealed class IdxDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadImages_PixelsOfZeroAndOne_AreMultipliedAndTold()
    {
        string path = Path.Combine(_folder.Path, "black-images-idx3-ubyte");
        var notes = new List<string>();
        IdxWriter.Write(path, new IdxArray([.. Enumerable.Range(0, 784).Select(i => (byte)(i % 2))], 1, 28, 28));

        byte[] pixels = PixelFile.TryRead(path, note: notes.Add)!;

        Assert.Equal([0, 255, 0], pixels[..3]);
        Assert.Equal(["Pixels are 0 and 1 alone; they were multiplied by 255."], notes);
    }

    [Fact]
    public void Load_FourFiles_KeepsTheirSplit()
    {
        WriteIdx(Root, "train", [1, 0, 1, 0]);
        WriteIdx(Root, "t10k", [0, 1]);

        ImageDataset dataset = Load(Root);

        Assert.Equal(["0", "1"], dataset.ClassNames);
        Assert.Equal((4, 2, "its own"), (dataset.Train.Count, dataset.Test.Count, dataset.TestOrigin));
        Assert.Equal([1, 0, 1, 0], dataset.Train.Classes.ToArray());
    }

    [Fact]
    public void Load_EmnistNames_TurnsUprightAndReadsTheMapping()
    {
        WriteIdx(Root, "emnist-letters-train", [1, 2, 1, 2]);
        WriteIdx(Root, "emnist-letters-test", [1, 2]);
        File.WriteAllText(Path.Combine(Root, "emnist-letters-mapping.txt"), "1 65 97\n2 66 98\n");

        ImageDataset dataset = Load(Root);

        Assert.Equal(["A", "B"], dataset.ClassNames);
        Assert.Equal(0, dataset.Train.Pixels.Span[1]);
        Assert.Single(dataset.Notes);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(true, true)]
    public void Load_Transpose_ExchangesRowsAndColumns(bool? transpose, bool isExchanged)
    {
        string path = WriteIdx(Root, "train", [0, 1, 0, 1]);
        byte[] pixels = File.ReadAllBytes(path);
        pixels[16 + 5] = 77;
        File.WriteAllBytes(path, pixels);

        byte[] read = PixelFile.TryRead(path, transpose)!;

        Assert.Equal(77, read[isExchanged ? 5 * 28 : 5]);
    }

    [Fact]
    public void Load_ClassesFile_NamesLabels()
    {
        string path = WriteIdx(Root, "train", [0, 1, 0, 1]);
        File.WriteAllLines(Path.Combine(Root, "classes.txt"), ["T-shirt/top", "ankle boot"]);

        Assert.Equal(["T-shirt/top", "ankle boot"], Load(path).ClassNames);
    }

    [Fact]
    public void Load_CountsDiffer_NamesBothFiles()
    {
        string path = WriteIdx(Root, "train", [0, 1, 0], images: 4);

        Assert.StartsWith($"'{path}' has 4 images, but '{Path.Combine(Root, "train-labels-idx1-ubyte")}' has 3 labels.", Error(Root));
    }

    [Fact]
    public void Load_LabelsMissing_NamesTheFile()
    {
        string path = WriteIdx(Root, "train", [0, 1]);
        File.Delete(Path.Combine(Root, "train-labels-idx1-ubyte"));

        Assert.StartsWith($"'{path}' has no labels beside it: '{Path.Combine(Root, "train-labels-idx1-ubyte")}' is missing", Error(Root));
    }

    [Fact]
    public void Load_OtherSize_NamesIt()
    {
        string path = WriteIdx(Root, "train", [0, 1], side: 20);

        Assert.StartsWith($"'{path}' has images of 20x20 pixels, but 28x28 are needed.", Error(Root));
    }

    [Fact]
    public void Load_SeveralSets_ListsThem()
    {
        WriteIdx(Root, "emnist-letters-train", [1, 2]);
        WriteIdx(Root, "emnist-digits-train", [1, 2]);

        Assert.Contains("has several sets of images: emnist-digits-train-images-idx3-ubyte, emnist-letters-train-images-idx3-ubyte.", Error(Root));
    }

    [Fact]
    public void Load_TestImagesAlone_AreNoTrainingData()
    {
        WriteIdx(Root, "t10k", [0, 1]);

        Assert.Contains("none to train on", Error(Root));
        Assert.Equal(2, new MLContext().Data.LoadTestImages(new ImageDatasetOptions { TestPath = Root }).Count);
    }
}
