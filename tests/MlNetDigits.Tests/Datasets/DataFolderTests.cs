using System.IO.Compression;
using MlNetDigits.Datasets;
using static MlNetDigits.Tests.Datasets.SampleImages;

namespace MlNetDigits.Tests.Datasets;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("raw")]
    [InlineData("MNIST/raw")]
    public void Load_IdxFilesBelow_AreReadAndTold(string place)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Root, place)).FullName;
        WriteIdx(folder, "train", [1, 0, 1, 0]);
        WriteIdx(folder, "t10k", [0]);

        ImageDataset dataset = Load(Root);

        Assert.Equal((4, 1, "its own"), (dataset.Train.Count, dataset.Test.Count, dataset.TestOrigin));
        Assert.Equal($"The images are in '{folder}'.", Assert.Single(dataset.Notes));
    }

    [Fact]
    public void Load_DataInSeveralFolders_NamesThem()
    {
        WriteIdx(Directory.CreateDirectory(Path.Combine(Root, "a")).FullName, "train", [1, 0]);
        WriteIdx(Directory.CreateDirectory(Path.Combine(Root, "b")).FullName, "train", [1, 0]);

        Assert.Equal($"'{Root}' has data in several folders: '{Path.Combine(Root, "a")}', '{Path.Combine(Root, "b")}'. Name one of them.", Error(Root));
    }

    [Theory]
    [InlineData("mnist_train.csv", "mnist_test.csv", 4, 4, null)]
    [InlineData("train.csv", "valid.csv", 2, 2, 4)]
    [InlineData("all.csv", "", 2, 2, null)]
    [InlineData("below/train.csv", "below/test.csv", 4, 4, null)]
    public void Load_FolderOfCsv_TakesSidesByNames(string first, string second, int train, int test, int? validation)
    {
        foreach (string name in (string[])[first, .. second.Split(',', StringSplitOptions.RemoveEmptyEntries)])
            WriteCsv(name, "a", "b", "a", "b");
        Directory.CreateDirectory(Path.Combine(Root, "empty"));

        ImageDataset dataset = Load(Root);

        Assert.Equal((train, test, validation), (dataset.Train.Count, dataset.Test.Count, dataset.Validation?.Count));
    }

    [Fact]
    public void Load_FolderOfACompetition_LeavesOutWhatHasNoLabels()
    {
        WriteCsv("train.csv", "a", "b", "a", "b");
        WriteCsv("test.csv", null, null);
        File.WriteAllText(Path.Combine(Root, "sample_submission.csv"), "ImageId,Label");

        ImageDataset dataset = Load(Root);

        Assert.Equal((2, 2), (dataset.Train.Count, dataset.Test.Count));
        Assert.Equal(["CSV without images is left out: sample_submission.csv.", $"'{Path.Combine(Root, "test.csv")}' has images without labels, which 'predict' takes; they are left out."], dataset.Notes);
    }

    [Fact]
    public void Load_CsvBesideTrainAndTest_IsLeftOutAndNamed()
    {
        foreach (string name in (string[])["train.csv", "test.csv", "Dig-MNIST.csv"])
            WriteCsv(name, "a", "b");

        ImageDataset dataset = Load(Root);

        Assert.Equal((2, 2), (dataset.Train.Count, dataset.Test.Count));
        Assert.Equal("Beside train.csv and test.csv, the images of Dig-MNIST.csv are left out.", Assert.Single(dataset.Notes));
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("gzipped")]
    [InlineData("both")]
    public void Find_IdxFilesRawOrGzipped_AreOneAndTheirLabelsAreNoSurprise(string kept)
    {
        string images = WriteIdx(Root, "train", [1, 0]);
        foreach (string path in kept == "raw" ? [] : Directory.GetFiles(Root))
        {
            using (var gzip = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest))
                gzip.Write(File.ReadAllBytes(path));
            if (kept == "gzipped")
                File.Delete(path);
        }

        ImageFileList found = ImageFiles.Find(Root);

        Assert.Equal(kept == "gzipped" ? images + ".gz" : images, Assert.Single(found.Files));
        Assert.Null(found.LeftOut);
    }

    [Fact]
    public void Load_SeveralCsvFiles_NamesThem()
    {
        WriteCsv("a.csv", "a", "b");
        WriteCsv("b.csv", "a", "b");

        Assert.StartsWith($"'{Root}' has several CSV files: a.csv, b.csv. Name one of them", Error(Root));
    }

    private void WriteCsv(string name, params string?[] labels)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, labels.Select((label, row) => Row(label, row)));
    }
}
