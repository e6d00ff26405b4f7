using MlNetDigits.Datasets;
using static MlNetDigits.Tests.Datasets.SampleImages;

namespace MlNetDigits.Tests.Datasets;

public sealed class FolderDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_Subfolders_AreLabelsOfAnyText()
    {
        foreach (string label in (string[])["ankle boot", "七", "10", "9"])
            Write(label, 5);
        File.WriteAllText(Path.Combine(Root, "10", "notes.txt"), "");

        ImageDataset dataset = Load(Root);

        Assert.Equal(["9", "10", "ankle boot", "七"], dataset.ClassNames);
        Assert.Equal([1, 1, 1, 1], dataset.Test.CountClasses());
        Assert.Equal("20 % of each class, chosen with seed 1", dataset.TestOrigin);
        Assert.Equal("1 file is no image by name and left out.", Assert.Single(dataset.Notes));
    }

    [Fact]
    public void Load_ClassOfASingleImage_IsToTrainOn()
    {
        Write("a", 10);
        Write("b", 1);

        ImageDataset dataset = Load(Root);

        Assert.Equal([8, 1], dataset.Train.CountClasses());
        Assert.Equal([2, 0], dataset.Test.CountClasses());
        Assert.Equal("'b' has a single image, which is to train on and not to test with.", Assert.Single(dataset.Notes));
    }

    [Fact]
    public void Load_OnlySingleImages_CannotBeSplit()
    {
        Write("a", 1);
        Write("b", 1);

        Assert.StartsWith($"Every class of '{Root}' has a single image, so none can be set apart for testing.", Error(Root));
    }

    [Fact]
    public void Load_Animations_AreCounted()
    {
        Write("a", 2);
        Write("b", 2);
        File.WriteAllBytes(Path.Combine(Root, "a", "moving.gif"), MlNetDigits.Tests.Images.Encoder.EncodeFrames("gif", 28, 28, [.. new byte[784], .. Enumerable.Repeat((byte)200, 784)]));

        Assert.Equal("1 file has several frames or pages; the first is read.", Assert.Single(Load(Root).Notes));
    }

    [Fact]
    public void Load_Twice_SplitsAlike()
    {
        for (int i = 0; i < 10; i++)
        {
            WritePng(Path.Combine(Root, "a", $"{i}.png"), grey: (byte)i);
            WritePng(Path.Combine(Root, "b", $"{i}.png"), grey: (byte)(100 + i));
        }

        ImageDataset first = Load(Root), second = Load(Root);

        Assert.Equal(first.Test.Pixels.ToArray(), second.Test.Pixels.ToArray());
        Assert.Equal(20, Colours(first.Train).Union(Colours(first.Test)).Count());
    }

    [Fact]
    public void Load_TrainAndTestFolders_AreTheSplit()
    {
        foreach (string place in (string[])["train/a", "train/b", "test/a", "test/b"])
            Write(place, 2);

        ImageDataset dataset = Load(Root);

        Assert.Equal((4, 4, "its own"), (dataset.Train.Count, dataset.Test.Count, dataset.TestOrigin));
        Assert.Equal(["a", "b"], dataset.ClassNames);
    }

    [Fact]
    public void Load_UnreadableImages_AreNamedAndCounted()
    {
        Write("a", 3);
        Write("b", 3);
        string bad = Path.Combine(Root, "a", "1.png"), worse = Path.Combine(Root, "b", "2.png");
        File.WriteAllText(bad, "no image");
        File.WriteAllText(worse, "");

        string error = Error(Root);

        Assert.StartsWith($"2 of 6 images cannot be used, the first: '{bad}'", error);
        Assert.EndsWith($"The others are '{worse}'.", error);
    }

    [Fact]
    public void Load_OneClass_NamesIt()
    {
        Write("七", 3);

        Assert.StartsWith($"All 3 images of '{Root}' have the label '七', but at least 2 classes are needed.", Error(Root));
    }

    [Fact]
    public void Load_EmptyFolderOrLabel_TellsWhatIsMissing()
    {
        Assert.StartsWith($"'{Root}' is empty", Error(Root));
        WritePng(Path.Combine(Root, "a.png"));
        Assert.StartsWith($"'{Root}' has images, but no subfolders.", Error(Root));
        Directory.CreateDirectory(Path.Combine(Root, "a"));
        Assert.StartsWith($"'{Path.Combine(Root, "a")}' has no images", Error(Root));
    }

    [Fact]
    public void Load_MissingPath_TellsWhatCanBeGiven() =>
        Assert.StartsWith($"The dataset '{Root}/none' does not exist. Give 'mnist', a folder", Error($"{Root}/none"));

    [Fact]
    public void Load_TestLabelsThatTrainingLacks_AreNamed()
    {
        foreach (string place in (string[])["one/a", "one/b", "two/a", "two/c"])
            Write(place, 2);

        Assert.StartsWith("The training data does not know the label 'c' (2 images); its 2 classes are a, b.", Error(Path.Combine(Root, "one"), Path.Combine(Root, "two")));
    }

    private static IEnumerable<byte> Colours(LabelledImageView view) => Enumerable.Range(0, view.Count).Select(row => view.Pixels.Span[row * 784]);

    private void Write(string label, int count)
    {
        for (int i = 0; i < count; i++)
            WritePng(Path.Combine(Root, label, $"{i}.png"));
    }
}
