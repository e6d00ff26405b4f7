using System.Text.Json;
using MlNetDigits.Console.Tests.Commands;
using MlNetDigits.Idx;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Tests.Datasets;

/// <summary>Images to test with that lack classes of the model.</summary>
public sealed class PartialDatasetTests(SmallDatasets data) : IClassFixture<SmallDatasets>
{
    [Theory]
    [InlineData("--dataset", "folder")]
    [InlineData("--test-dataset", "folder")]
    [InlineData("--dataset", "csv")]
    [InlineData("--test-dataset", "csv")]
    [InlineData("--dataset", "idx")]
    [InlineData("--test-dataset", "idx")]
    public void Evaluate_OneClass_GivesItsFiguresAndNamesTheRest(string option, string kind)
    {
        Invocation run = Invocation.Run("evaluate", "--model", "tiny", option, OneClass(kind), "--json");

        Assert.Equal(0, run.ExitCode);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.DoesNotContain("NaN", run.Output);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("logLossReduction").ValueKind);
        Assert.Equal(JsonValueKind.Number, json.GetProperty("classes")[3].GetProperty("recall").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("classes")[4].GetProperty("recall").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("statistics").GetProperty("classes")[4].GetProperty("recall").GetProperty("upper").ValueKind);
        Assert.StartsWith("No image is of 0, 1, 2, 4, 5, 6, 7, 8, 9 (9 of 10 classes)", json.GetProperty("notes")[0].GetString());
    }

    [Fact]
    public void Evaluate_OneImageOfSomeClasses_WritesAReport()
    {
        string folder = Samples("some", "3-pen.png", "7-pen.png"), report = data.In("report");

        Invocation run = Invocation.Run("evaluate", "--model", "tiny", "--dataset", folder, "--report", report);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 images", run.Output);
        Assert.Contains("No image is of 0, 1, 2, 4, 5, 6, 8, 9", run.Output);
        string html = File.ReadAllText(Path.Combine(report, "report.html"));
        Assert.Contains("No image is of 0, 1, 2, 4, 5, 6, 8, 9", html);
        Assert.DoesNotContain("NaN", html);
        Assert.DoesNotContain(">0.0 – 100.0 %", html);
    }

    [Fact]
    public void Evaluate_TestFolderAlone_TakesAllItsImages()
    {
        Samples(Path.Combine("alone", "test"), "3-pen.png", "7-pen.png");

        Invocation run = Invocation.Run("evaluate", "--model", "tiny", "--dataset", data.In("alone"));

        Assert.Equal((0, "dataset: 2 images to test with (its own), 2 classes"), (run.ExitCode, run.Error.TrimEnd()));
        Assert.Contains("  2 images", run.Output);
    }

    [Theory]
    [InlineData("compare", "tiny", "tiny")]
    [InlineData("robustness", "--model", "tiny")]
    public void Measure_OneClass_GivesItsFigures(params string[] command)
    {
        Invocation run = Invocation.Run([.. command, "--test-dataset", OneClass("folder"), "--json"]);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.DoesNotContain("NaN", run.Output);
    }

    [Fact]
    public void Train_TestImagesOfOneClass_TellsWhatTheyCannotTell()
    {
        string train = data.Idx("whole"), test = data.Idx("part", trainPerClass: 10), output = data.In("partial");
        IdxWriter.Write(Path.Combine(test, "t10k-labels-idx1-ubyte"), new IdxArray([.. Enumerable.Repeat((byte)1, 30)], 30));

        Invocation run = Invocation.Run("train", "--dataset", train, "--test-dataset", test, "--arch", "tiny", "--epochs", "1", "--batch-size", "16", "-o", output);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("No image is of 0, 2 (2 of 3 classes)", run.Output);
        string metrics = Path.Combine(output, "tiny", MetricsFile.Name);
        Assert.DoesNotContain("NaN", File.ReadAllText(metrics));
        Assert.Equal(double.NaN, MetricsFile.Read(metrics).Test.LogLossReduction);
        Assert.DoesNotContain("NaN", File.ReadAllText(Path.Combine(output, "tiny", ModelCard.Name)));
    }

    private string OneClass(string kind)
    {
        byte[] pixels = new byte[4 * 784];
        Array.Fill(pixels, (byte)200, 300, 40);
        switch (kind)
        {
            case "csv":
                File.WriteAllLines(data.In("three.csv"), Enumerable.Range(0, 4).Select(row => string.Join(',', ["3", .. pixels.Skip(row * 784).Take(784).Select(pixel => $"{pixel}")])));
                return data.In("three.csv");
            case "idx":
                string folder = Directory.CreateDirectory(data.In("three-idx")).FullName;
                IdxWriter.Write(Path.Combine(folder, "train-images-idx3-ubyte"), new IdxArray(pixels, 4, 28, 28));
                IdxWriter.Write(Path.Combine(folder, "train-labels-idx1-ubyte"), new IdxArray([3, 3, 3, 3], 4));
                return folder;
            default:
                return Samples("three", "3-pen.png", "3-shaded.jpg");
        }
    }

    private string Samples(string name, params string[] files)
    {
        foreach (string file in files)
            File.Copy(Path.Combine(SampleFolder.Path, file), Path.Combine(Directory.CreateDirectory(Path.Combine(data.In(name), file[..1])).FullName, file), overwrite: true);
        return data.In(name);
    }
}
