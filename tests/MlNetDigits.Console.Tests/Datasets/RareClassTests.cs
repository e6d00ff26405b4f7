using MlNetDigits.Console.Tests.Commands;

namespace MlNetDigits.Console.Tests.Datasets;

public sealed class RareClassTests(SmallDatasets data) : IClassFixture<SmallDatasets>
{
    private static readonly string[] Fast = ["--preset", "fast", "--epochs", "1"];

    [Fact]
    public void Train_ClassesOfOneAndThreeImages_WarnsAndMakesAModelThatCanBeEvaluated()
    {
        string folder = Folder("rare", 1, 3), model = data.In("rare-model");

        Invocation training = Invocation.Run(["train", "--dataset", folder, .. Fast, "--name", "rare-model", "--output", data.Root]);
        Invocation evaluation = Invocation.Run("evaluate", "--model", model, "--dataset", folder, "--report");

        Assert.Equal((0, 0), (training.ExitCode, evaluation.ExitCode));
        Assert.Contains("dataset: '七' has a single image, which is to train on and not to test with.", training.Error);
        Assert.Contains("warning: too few images to validate and calibrate with --validation-fraction 0.1: '[bag]' (2 images), '七' (1 image). All of them are to train on.", training.Error);
        Assert.Contains("warning: there is no image to test with of '七'; the test figures do not count it.", training.Error);
        Assert.True(File.Exists(Path.Combine(model, "report.html")));
    }

    [Fact]
    public void Train_SeveralSeedsAndALimit_NameTheClassThatVanished()
    {
        string[] rows = File.ReadAllLines(data.Csv("sorted.csv", perClass: 150, hasHeader: false));
        File.WriteAllLines(data.In("sorted.csv"), [.. rows.Where((_, i) => i % 2 == 0), .. rows.Where((_, i) => i % 2 == 1).Select((row, i) => i < 2 ? $"other{row[row.IndexOf(',')..]}" : row)]);

        Invocation run = Invocation.Run(["train", "--dataset", data.In("sorted.csv"), .. Fast, "--seeds", "2", "--limit", "121", "--name", "sorted", "--output", data.Root]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning: there is no image to train on of '9' among the first 121 that --limit takes; the model will not learn it.", run.Error);
    }

    [Fact]
    public void Train_OwnValidationImagesLackAClass_WarnsOfItAndNotOfTheShare()
    {
        data.Folder(Path.Combine("lacking", "train"), perClass: 3);
        string valid = data.Folder(Path.Combine("lacking", "valid"), perClass: 2);
        Directory.Delete(Path.Combine(valid, SmallDatasets.Labels[1]), recursive: true);

        Invocation run = Invocation.Run(["train", "--dataset", data.In("lacking"), "--arch", "tiny", "--epochs", "1", "--no-report", "--name", "lacking-model", "--output", data.Root]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning: the dataset's own validation images have none of '七'; they choose the epoch and calibrate without it.", run.Error);
        Assert.DoesNotContain("--validation-fraction", run.Error);
    }

    [Theory]
    [InlineData("All 100 images to train on are of class '10', but training needs at least 2 classes; raise --limit 100, or leave it out.", "train", "--limit", "100")]
    [InlineData("All 100 images to train on are of class '10', but training needs at least 2 classes; raise --limit 100, or leave it out.", "cross-validate", "--limit", "100")]
    [InlineData("--teacher tiny knows 10 classes, but the dataset has 2; name a model of these classes, or --teacher none.", "train", "--teacher", "tiny")]
    [InlineData("--validation-fraction 0.001 of each class's few images, 120 at most, is none; give more images, a larger share, or --validation-fraction 0 to train without validation.", "train", "--validation-fraction", "0.001")]
    public void Train_TooFewImages_NamesTheOption(string expected, params string[] arguments)
    {
        string[] rows = File.ReadAllLines(data.Csv("few.csv", perClass: 150, hasHeader: false));
        File.WriteAllLines(data.In("few.csv"), [.. rows.Where((_, i) => i % 2 == 0), .. rows.Where((_, i) => i % 2 == 1)]);

        Invocation run = Invocation.Run([.. arguments, "--dataset", data.In("few.csv"), "--label-column", "1", .. Fast]);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.EndsWith($"error: {expected}", run.Error.TrimEnd());
    }

    [Fact]
    public void CrossValidate_FoldOfOneClass_NamesTheFoldsAndTheRarestClass()
    {
        string folder = Folder("folds", 1, 0);

        Invocation run = Invocation.Run(["cross-validate", "--dataset", folder, .. Fast, "--folds", "2"]);

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("error: In one of --folds 2 there are too few images to train and validate with, as '七' has 1 of 33; give more images of the rare classes, or another --seed.", run.Error.TrimEnd());
    }

    /// <summary>Writes 40 images of one class, and so many of two others.</summary>
    private string Folder(string name, int second, int third)
    {
        string folder = data.Folder(name, perClass: 40);
        foreach ((int index, int kept) in ((int, int)[])[(1, second), (2, third)])
        {
            string subfolder = Path.Combine(folder, SmallDatasets.Labels[index]);
            foreach (string file in Directory.GetFiles(subfolder).Order().Skip(kept))
                File.Delete(file);
            if (kept == 0)
                Directory.Delete(subfolder);
        }

        return folder;
    }
}
