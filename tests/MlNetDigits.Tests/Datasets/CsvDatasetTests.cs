using System.IO.Compression;
using Microsoft.ML;
using MlNetDigits.Datasets;
using static MlNetDigits.Tests.Datasets.SampleImages;

namespace MlNetDigits.Tests.Datasets;

public sealed class CsvDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Csv => Path.Combine(_folder.Path, "train.csv");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Load_HeaderOrNot_ReadsEveryRow(bool hasHeader)
    {
        string header = string.Join(',', Enumerable.Range(0, 784).Select(pixel => $"pixel{pixel}").Prepend("label"));
        string[] rows = [Row("10", 1), Row("9", 2), Row("10", 3), Row("9", 4)];
        File.WriteAllLines(Csv, hasHeader ? [header, .. rows] : rows);

        ImageDataset dataset = Load(Csv);

        Assert.Equal(["9", "10"], dataset.ClassNames);
        Assert.Equal([1, 2, 3, 4], Firsts(dataset.Train).Concat(Firsts(dataset.Test)).Order());
        Assert.Equal((2, 2), (dataset.Train.Count, dataset.Test.Count));
    }

    [Fact]
    public void Load_LabelColumnBehindPixels_IsFoundByItsName()
    {
        string header = string.Join(',', Enumerable.Range(1, 784).Select(pixel => $"pixel{pixel}").Append("class"));
        File.WriteAllLines(Csv, [header, Row(null, 1) + ",a", Row(null, 2) + ",b", Row(null, 3) + ",a", Row(null, 4) + ",b"]);

        Assert.Equal(["a", "b"], Load(Csv).ClassNames);
    }

    [Fact]
    public void Load_QuotedLabelsGzipped_KeepCommasAndQuotes()
    {
        using (var gzip = new StreamWriter(new GZipStream(File.Create(Csv + ".gz"), CompressionLevel.Fastest)))
        {
            foreach (string label in (string[])["\"boot, \"\"high\"\"\"", "七"])
                gzip.Write($"{Row(label, 1)}\r\n{Row(label, 2)}\r\n\r\n");
        }

        Assert.Equal(["boot, \"high\"", "七"], Load(Csv + ".gz").ClassNames);
    }

    [Fact]
    public void Load_QuotedLabelOfTwoLines_IsOneRowAndCountsBothLines()
    {
        File.WriteAllLines(Csv, [Row("\"ankle\nboot\"", 1), Row("b", 2, "300")]);

        Assert.StartsWith($"Line 3 of '{Csv}' has '300' as pixel 783", Error(Csv));
    }

    [Theory]
    [InlineData(3, "Line 2 of '{0}' has 1 column")]
    [InlineData(20_000_000, "'{0}' is no CSV of images")]
    public void Load_QuoteThatStaysOpen_IsOneClearError(int length, string expected)
    {
        File.WriteAllText(Csv, $"{Row("a", 1)}\n\"{new string('\n', length)}");

        Assert.StartsWith(expected.Replace("{0}", Csv, StringComparison.Ordinal), Error(Csv));
    }

    [Fact]
    public void Load_DamagedGzip_IsOneClearError()
    {
        using (var gzip = new GZipStream(File.Create(Csv), CompressionLevel.Fastest))
            gzip.Write("label"u8);
        File.WriteAllBytes(Csv, [.. File.ReadAllBytes(Csv)[..10], 0xFF, 0xFF]);

        Assert.StartsWith($"'{Csv}' is damaged gzip data", Error(Csv));
    }

    [Fact]
    public void Load_PixelsOfFloats_AreTakenWhenWhole()
    {
        File.WriteAllLines(Csv, [Row("a", 1, "12.0"), Row("b", 2), Row("a", 3, "12.0"), Row("b", 4)]);

        Assert.Equal(4, Load(Csv).Train.Count + Load(Csv).Test.Count);
    }

    [Theory]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData("12.5")]
    [InlineData("")]
    [InlineData("NaN")]
    public void Load_PixelOutOfRange_NamesLineAndValue(string value)
    {
        File.WriteAllLines(Csv, [Row("a", 1), Row("b", 2), Row("a", 3, value)]);

        Assert.StartsWith($"Line 3 of '{Csv}' has '{value}' as pixel 783, but pixels are whole numbers from 0 to 255.", Error(Csv));
    }

    [Fact]
    public void Load_PixelsFromZeroToOne_AreMultipliedAndTold()
    {
        string[] rows = [Unit("a", "0"), Unit("b", "1"), Unit("a", "0.6"), Unit("b", "0.2")];
        File.WriteAllLines(Csv, rows);

        ImageDataset dataset = Load(Csv);

        Assert.Equal([0, 51, 153, 255], Firsts(dataset.Train).Concat(Firsts(dataset.Test)).Order());
        Assert.All([dataset.Train, dataset.Test], view => Assert.Equal(255, view.Pixels.Span[783]));
        Assert.Equal("Pixels are numbers from 0 to 1; they were multiplied by 255.", Assert.Single(dataset.Notes));
    }

    [Fact]
    public void Load_PixelsOfZeroAndOne_AreMultipliedAndTold()
    {
        File.WriteAllLines(Csv, [Unit("a", "0"), Unit("b", "1"), Unit("a", "0"), Unit("b", "1")]);

        ImageDataset dataset = Load(Csv);

        Assert.Equal([0, 0, 255, 255], Firsts(dataset.Train).Concat(Firsts(dataset.Test)).Order());
        Assert.Equal("Pixels are 0 and 1 alone; they were multiplied by 255.", Assert.Single(dataset.Notes));
    }

    [Theory]
    [InlineData("0.5", "7", "Line 2 of '{0}' has '7' as pixel 0, but pixels are numbers from 0 to 1 in this file, since fractions came before.")]
    [InlineData("7", "0.5", "Line 2 of '{0}' has '0.5' as pixel 0, but pixels are whole numbers from 0 to 255.")]
    public void Load_PixelsOfBothScales_NamesTheFirstThatDiffers(string first, string second, string expected)
    {
        File.WriteAllLines(Csv, [Unit("a", first), Unit("b", second)]);

        Assert.StartsWith(expected.Replace("{0}", Csv, StringComparison.Ordinal), Error(Csv));
    }

    [Fact]
    public void Load_RowTooShort_NamesLineAndCounts()
    {
        File.WriteAllLines(Csv, [Row("a", 1), "b,1,2,3"]);

        Assert.StartsWith($"Line 2 of '{Csv}' has 4 columns with 3 pixels, but 785 with 784 pixels are needed", Error(Csv));
    }

    [Theory]
    [InlineData("label;pixel0;pixel1", "Line 1 of '{0}' has 1 column, but 785 are needed")]
    [InlineData("", "'{0}' has no images")]
    public void Load_OtherFormats_AreOneClearError(string line, string expected)
    {
        File.WriteAllText(Csv, line);

        Assert.StartsWith(expected.Replace("{0}", Csv, StringComparison.Ordinal), Error(Csv));
    }

    [Fact]
    public void Load_NoLabels_TellsThatPredictTakesThem()
    {
        File.WriteAllLines(Csv, [Row(null, 1), Row(null, 2)]);

        Assert.StartsWith($"'{Csv}' has images without labels, which 'predict' takes.", Error(Csv));
        Assert.Equal(2 * 784, PixelFile.TryRead(Csv)!.Length);
    }

    [Fact]
    public void Load_EmptyLabel_NamesTheLine()
    {
        File.WriteAllLines(Csv, [Row("a", 1), Row(" ", 2)]);

        Assert.StartsWith($"Line 2 of '{Csv}' has an empty label.", Error(Csv));
    }

    private static IEnumerable<int> Firsts(LabelledImageView view) => Enumerable.Range(0, view.Count).Select(row => (int)view.Pixels.Span[row * 784]);

    private static string Unit(string label, string first) => $"{label},{first},{string.Concat(Enumerable.Repeat("0,", 782))}1";
}
