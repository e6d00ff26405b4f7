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
        Assert.Equal($"1 file is no image that can be read, and is left out: {Path.Combine("10", "notes.txt")}.", Assert.Single(dataset.Notes));
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
    public void Load_WhatIsNoImage_IsPassedOverCountedAndNamed()
    {
        Write("a", 3);
        Write("b", 3);
        foreach (string name in (string[])["a/1.png", "b/2.png", "a/Thumbs.db", ".DS_Store", "__MACOSX/a/._0.png"])
            Put(name, name == "a/1.png" ? "no image" : "");

        ImageDataset dataset = Load(Root);

        Assert.Equal(4, dataset.Train.Count + dataset.Test.Count);
        Assert.Equal("5 files are no images that can be read, and are left out: a/1.png, b/2.png, .DS_Store and 2 more.", Assert.Single(dataset.Notes));
    }

    [Fact]
    public void Load_NoImageCanBeRead_TellsWhy()
    {
        Put("a/0.png", "no image");
        Put("b/0.png", "no image");

        Assert.StartsWith("None of 2 images can be read, such as: '", Error(Root));
    }

    [Fact]
    public void Load_ImagesInNestedFolders_BelongToTheLabelAbove()
    {
        foreach (string place in (string[])["a/x", "a/y/z", "b"])
            Write(place, 2);

        ImageDataset dataset = Load(Root);

        Assert.Equal(["a", "b"], dataset.ClassNames);
        Assert.Equal([4, 2], dataset.Train.CountClasses().Zip(dataset.Test.CountClasses(), (train, test) => train + test));
    }

    [Theory]
    [InlineData("train,valid", 4, 2, 4)]
    [InlineData("TRAIN,Validation,test", 6, 6, 6)]
    [InlineData("train,val,Test", 6, 6, 6)]
    [InlineData("train,test", 6, 6, null)]
    [InlineData("train", 4, 2, null)]
    [InlineData("archive/train,archive/val,archive/test", 6, 6, 6)]
    public void Load_FoldersOfSides_AreThoseSides(string sides, int train, int test, int? validation)
    {
        foreach (string side in sides.Split(','))
        {
            Write($"{side}/a", 3);
            Write($"{side}/b/nested", 3);
        }

        ImageDataset dataset = Load(Root);

        Assert.Equal(["a", "b"], dataset.ClassNames);
        Assert.Equal((train, test, validation is null ? null : 6), (dataset.Train.Count, dataset.Test.Count, dataset.Validation?.Count));
    }

    [Fact]
    public void Load_TestImagesWithoutLabels_AreLeftOutAndNamed()
    {
        foreach (string place in (string[])["train/a", "train/b", "test"])
            Write(place, 4);

        ImageDataset dataset = Load(Root);

        Assert.Equal((6, 2), (dataset.Train.Count, dataset.Test.Count));
        Assert.Equal("Beside train, the images of test are left out.", Assert.Single(dataset.Notes));
    }

    [Fact]
    public void Load_LabelCalledTrain_IsALabelBesideOthers()
    {
        foreach (string place in (string[])["train/steam", "train/diesel", "bus", "car"])
            Write(place, 4);

        Assert.Equal(["bus", "car", "train"], Load(Root).ClassNames);
    }

    [Theory]
    [InlineData("7/a.png")]
    [InlineData("test/7/a.png")]
    [InlineData("valid/7/a.png")]
    public void Load_ForEvaluation_TakesOneImageOfOneClass(string path)
    {
        WritePng(Path.Combine(Root, path));

        ImageDataset dataset = Evaluate(new ImageDatasetOptions { Path = Root });

        Assert.Equal((0, 1, null), (dataset.Train.Count, dataset.Test.Count, dataset.Validation));
        Assert.Equal(["7"], dataset.ClassNames);
    }

    [Fact]
    public void Load_TestOfSomeClasses_KeepsAllNames()
    {
        foreach (string place in (string[])["train/a", "train/b", "train/c", "test/b"])
            Write(place, 2);

        ImageDataset dataset = Load(Root);

        Assert.Equal(["a", "b", "c"], dataset.Test.ClassNames);
        Assert.Equal([0, 2, 0], dataset.Test.CountClasses());
    }

    [Fact]
    public void Load_OneClassCanBeRead_NamesTheOthersToo()
    {
        Write("0", 2);
        Put("1/0.png", "no image");

        string error = Error(Root);

        Assert.StartsWith($"All 2 images of '{Root}' have the label '0', but at least 2 classes are needed.", error);
        Assert.EndsWith("1 file is no image that can be read, and is left out: 1/0.png. 1 folder has no images that can be read, and is left out: 1.", error);
    }

    [Fact]
    public void Load_OneClass_NamesIt()
    {
        Write("七", 3);

        Assert.StartsWith($"All 3 images of '{Root}' have the label '七', but at least 2 classes are needed.", Error(Root));
    }

    [Fact]
    public void Load_OneClassOfFolders_NamesTheFolderThatMayBeMeant()
    {
        Write("digits/0", 2);
        Write("digits/1", 2);

        string hint = $"If the subfolders of '{Path.Combine(Root, "digits")}' are the labels, name it instead.";
        Assert.EndsWith($"Add images of others. {hint}", Error(Root));
        Assert.Equal(hint, Assert.Single(Evaluate(new ImageDatasetOptions { Path = Root }).Notes));
    }

    [Fact]
    public void Load_ImageInNoFolderOfALabel_IsLeftOutAndNamed()
    {
        Write("a", 2);
        Write("b", 2);
        WritePng(Path.Combine(Root, "c.png"));

        Assert.Equal("1 image is in no folder of a label, and is left out: c.png.", Assert.Single(Load(Root).Notes));
    }

    [Fact]
    public void Load_NoImages_TellsWhatIsMissingAndRemovesNothing()
    {
        Assert.StartsWith($"'{Root}' is empty", Error(Root));
        Put("a/tensor.pt", "data");
        Assert.StartsWith($"'{Root}' has no images: its only file is '{Path.Combine("a", "tensor.pt")}'. Name a folder", Error(Root));
        WritePng(Path.Combine(Root, "a.png"));
        Assert.StartsWith($"'{Root}' has images, but no subfolders.", Error(Root));
    }

    [Fact]
    public void Load_LabelWithoutImages_IsPassedOverAndNamed()
    {
        Write("a", 2);
        Write("b", 2);
        Directory.CreateDirectory(Path.Combine(Root, "c"));

        ImageDataset dataset = Load(Root);

        Assert.Equal(["a", "b"], dataset.ClassNames);
        Assert.Equal("1 folder has no images, and is left out: c.", Assert.Single(dataset.Notes));
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

    private static ImageDataset Evaluate(ImageDatasetOptions options) => new Microsoft.ML.MLContext().Data.LoadImageDataset(options with { IsForEvaluation = true });

    private void Put(string name, string text)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Write(string label, int count)
    {
        for (int i = 0; i < count; i++)
            WritePng(Path.Combine(Root, label, $"{i}.png"));
    }
}
