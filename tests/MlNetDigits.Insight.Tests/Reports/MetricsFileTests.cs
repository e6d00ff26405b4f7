using System.Text.Json;
using MlNetDigits.Evaluation;
using MlNetDigits.Reports;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Reports;

public sealed class MetricsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("metrics").FullName;

    private string FilePath => Path.Combine(_folder, MetricsFile.Name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_Report_HasTheDocumentedFields()
    {
        MetricsFile.Write(FilePath, SampleReports.Training());

        JsonElement json = JsonDocument.Parse(File.ReadAllText(FilePath)).RootElement;
        Assert.Equal("simple", json.GetProperty("architecture").GetString());
        Assert.Equal(34_826, json.GetProperty("parameters").GetInt64());
        Assert.Equal(3, json.GetProperty("epochs").GetInt32());
        Assert.Equal(42, json.GetProperty("seed").GetInt32());
        Assert.Equal(12.5, json.GetProperty("trainSeconds").GetDouble());
        Assert.Equal(12_960, json.GetProperty("imagesPerSecond").GetDouble());
        Assert.Equal(0.99, json.GetProperty("validation").GetProperty("microAccuracy").GetDouble());
        JsonElement test = json.GetProperty("test");
        Assert.Equal(0.75, test.GetProperty("microAccuracy").GetDouble());
        Assert.Equal(0.75, test.GetProperty("macroAccuracy").GetDouble());
        Assert.Equal(0.5, test.GetProperty("logLoss").GetDouble());
        Assert.Equal(1, test.GetProperty("confusion")[0][1].GetInt32());
    }

    [Fact]
    public void Write_Confusion_TakesOneLinePerDigit()
    {
        MetricsFile.Write(FilePath, SampleReports.Training());

        Assert.Contains("\"confusion\": [\n      [1, 1],\n      [0, 2]\n    ]", File.ReadAllText(FilePath));
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        TrainingReport report = SampleReports.Training("résumé \"x\"");

        MetricsFile.Write(FilePath, report);
        TrainingReport read = MetricsFile.Read(FilePath);

        Assert.Equal(report.Test.Confusion, read.Test.Confusion);
        Assert.Equal(report.Test.Classes, read.Test.Classes);
        Assert.Equal(report with { Test = read.Test }, read);
    }

    [Fact]
    public void Read_SeveralRuns_HasEachAndTheirSpread()
    {
        RunReport[] runs = [new(1, 3, 2, 9.5, new ValidationReport(10, 0.9, 0.3), new TestReport(0.8, 0.79, 0.6)), new(2, 3, 3, 9, null, new TestReport(0.7, 0.69, 0.7))];

        MetricsFile.Write(FilePath, SampleReports.Training() with { Runs = runs, TestMicroAccuracy = SpreadReport.Of([0.8, 0.7]), Command = "train --seeds 2" });
        TrainingReport read = MetricsFile.Read(FilePath);

        Assert.Equal(runs, read.Runs);
        Assert.Equal(SpreadReport.Of([0.8, 0.7]), read.TestMicroAccuracy);
        Assert.Equal("train --seeds 2", read.Command);
    }

    [Fact]
    public void Write_FigureWithoutMeaning_IsNullAndReadBack()
    {
        MetricsFile.Write(FilePath, SampleReports.Training());

        string json = File.ReadAllText(FilePath);
        Assert.Contains("\"logLossReduction\": null", json);
        Assert.DoesNotContain("NaN", json);
        Assert.Equal(double.NaN, MetricsFile.Read(FilePath).Test.LogLossReduction);
    }

    [Fact]
    public void Read_FigureWrittenAsText_IsTaken()
    {
        MetricsFile.Write(FilePath, SampleReports.Training());
        File.WriteAllText(FilePath, File.ReadAllText(FilePath).Replace("\"logLossReduction\": null", "\"logLossReduction\": \"NaN\"", StringComparison.Ordinal));

        Assert.Equal(double.NaN, MetricsFile.Read(FilePath).Test.LogLossReduction);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Read_NoReport_NamesTheFile(string content)
    {
        File.WriteAllText(FilePath, content);

        var error = Assert.Throws<InvalidDataException>(() => MetricsFile.Read(FilePath));

        Assert.Contains(FilePath, error.Message);
    }
}
