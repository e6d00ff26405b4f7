using System.Globalization;
using MlNetDigits.Networks.Training;
using MlNetDigits.Reports;

namespace MlNetDigits.Tests.Reports;

public sealed class HistoryFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("history").FullName;

    private string FilePath => Path.Combine(_folder, HistoryFile.Name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Write_AnyCulture_GivesTheSameText(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        HistoryFile.Write(FilePath, [SampleReports.Epoch(1), SampleReports.Epoch(2, hasValidation: false)]);
        CultureInfo.CurrentCulture = before;

        Assert.Equal(
            """
            epoch,learningRate,loss,accuracy,validationLoss,validationAccuracy,seconds,images,imagesPerSecond,isBest,member
            1,0.001,0.25,0.9375,0.125,0.96875,1.5,7500,5000.0,true,1
            2,0.001,0.25,0.9375,,,1.5,7500,5000.0,false,1

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(FilePath));
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        EpochMetrics[] history = [SampleReports.Epoch(1), SampleReports.Epoch(2, hasValidation: false)];

        HistoryFile.Write(FilePath, history);

        Assert.Equal(history, HistoryFile.Read(FilePath));
    }

    [Theory]
    [InlineData("1,0.001,0.25")]
    [InlineData("one,0.001,0.25,0.9,,,1,2,3,true,1")]
    [InlineData("1,0.001,0.25,0.9,,,1,2,3,perhaps")]
    public void Read_MalformedLine_NamesFileAndLine(string line)
    {
        HistoryFile.Write(FilePath, [SampleReports.Epoch(1)]);
        File.AppendAllText(FilePath, line + "\n");

        var error = Assert.Throws<InvalidDataException>(() => HistoryFile.Read(FilePath));

        Assert.StartsWith($"Line 3 of '{FilePath}'", error.Message);
    }

    [Fact]
    public void Read_OtherFile_IsRefused()
    {
        File.WriteAllText(FilePath, "a,b\n1,2\n");

        Assert.Throws<InvalidDataException>(() => HistoryFile.Read(FilePath));
    }
}
