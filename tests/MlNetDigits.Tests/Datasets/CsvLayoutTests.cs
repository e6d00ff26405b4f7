using Microsoft.ML;
using MlNetDigits.Datasets;
using static MlNetDigits.Tests.Datasets.SampleImages;

namespace MlNetDigits.Tests.Datasets;

public sealed class CsvLayoutTests : IDisposable
{
    private const int Rows = 24, Middle = 400;

    private readonly TemporaryFolder _folder = new();

    private string Csv => Path.Combine(_folder.Path, "digits.csv");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("label", 0)]
    [InlineData("Labels", 784)]
    [InlineData("\"CLASS\"", 300)]
    [InlineData("target", 784)]
    [InlineData("digit", 1)]
    [InlineData("y", 784)]
    [InlineData("which one", 784)]
    public void Load_ColumnCalledLikeLabels_IsTheLabelWhereverItStands(string name, int place)
    {
        Write(Header().ToList().With(place, name), row => Pixels(row).With(place, $"{row % 3}"));

        Assert.Equal(["0", "1", "2"], Load(Csv).ClassNames);
        RequirePixels(PixelFile.TryRead(Csv)!);
    }

    [Theory]
    [InlineData("what")]
    [InlineData("WHAT")]
    [InlineData("3")]
    public void Load_LabelColumn_IsFoundByNameOrNumber(string column)
    {
        Write(Header().ToList().With(1, "what").With(0, "label"), row => Pixels(row).With(1, $"{row % 3}").With(0, $"{row}"));

        ImageDataset dataset = new MLContext().Data.LoadImageDataset(new ImageDatasetOptions { Path = Csv, LabelColumn = column });

        Assert.Equal(["0", "1", "2"], dataset.ClassNames);
        RequirePixels(PixelFile.TryRead(Csv, labelColumn: column)!);
    }

    [Fact]
    public void Load_LabelColumnOfTwo_LeavesTheOtherOut()
    {
        Write(Header().ToList().With(784, "label").With(784, "writer"), row => Pixels(row).With(784, $"{row % 3}").With(784, $"{row % 2}"));

        ImageDataset dataset = Load(Csv);

        Assert.Equal(["0", "1", "2"], dataset.ClassNames);
        Assert.Equal("The labels are those of 'label'; the column 'writer' is left out.", Assert.Single(dataset.Notes));
        RequirePixels(PixelFile.TryRead(Csv, labelColumn: "writer")!);
        RequirePixels(PixelFile.TryRead(Csv, labelColumn: "label")!);
    }

    [Theory]
    [InlineData("size", "has no column 'size': they are label, pixel0, pixel1")]
    [InlineData("0", "has no column '0'")]
    [InlineData("786", "Give the label column by its name or its number from 1 to 785.")]
    public void Load_LabelColumnThatIsNotThere_NamesThoseThatAre(string column, string expected)
    {
        Write(Header().ToList().With(0, "label"), row => Pixels(row).With(0, $"{row % 3}"));

        var error = Assert.Throws<InvalidDataException>(() => PixelFile.TryRead(Csv, labelColumn: column));

        Assert.Contains(expected, error.Message);
    }

    [Theory]
    [InlineData(0, "cat", "dog", "0")]
    [InlineData(784, "cat", "dog", "0")]
    [InlineData(0, "0", "1", "2")]
    [InlineData(784, "0", "1", "2")]
    [InlineData(784, "5.0", "7.0", "9.0")]
    [InlineData(784, "7", "7", "7")]
    public void Load_NoHeader_TakesForLabelsWhatCanBeSome(int place, params string[] labels)
    {
        Write(null, row => Pixels(row).With(place, labels[row % 3]));

        LabelledImageView view = Evaluate();

        Assert.Equal(labels.Select(label => label.Replace(".0", "")).Distinct().Order(StringComparer.Ordinal), view.ClassNames.Order(StringComparer.Ordinal));
        RequirePixels([.. view.Pixels.Span]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(784)]
    public void Load_NoHeaderAndNoisyPixels_TellsLabelsByTheirFewKinds(int place)
    {
        Write(null, row => [.. Enumerable.Range(0, PixelCount).Select(pixel => $"{((row * 7919) + (pixel * 104729)) % 251}").ToList().With(place, $"{row % 3}")]);

        Assert.Equal(["0", "1", "2"], Evaluate().ClassNames);
    }

    [Theory]
    [InlineData("0", "0", "column 1 begins with '0', '0', '0', column 785 begins with '0', '0', '0'")]
    [InlineData("a", "b", "column 1 begins with 'a', 'a', 'a', column 785 begins with 'b', 'b', 'b'")]
    public void Load_BothColumnsCanBeLabels_ShowsTheirFirstValues(string first, string last, string expected)
    {
        Write(null, row => Pixels(row).With(0, first)[..784].With(784, last));

        var error = Assert.Throws<InvalidDataException>(() => PixelFile.TryRead(Csv));

        Assert.Equal($"'{Csv}' does not tell which column has the labels: {expected}. Name it: --label-column 1 or --label-column 785.", error.Message);
    }

    [Fact]
    public void Load_BothColumnsCanBeLabels_TakesTheNamedOne()
    {
        Write(null, row => Pixels(row).With(784, "0"));

        LabelledImageView view = new MLContext().Data.LoadTestImages(new ImageDatasetOptions { TestPath = Csv, LabelColumn = "785" });

        Assert.Equal(["0"], view.ClassNames);
        RequirePixels([.. view.Pixels.Span]);
    }

    [Theory]
    [InlineData("noise")]
    [InlineData("rare strokes")]
    public void Load_OneClassOfZerosBesideADirtyCorner_TakesNoPixelForALabel(string dirt)
    {
        Write(null, row => [.. Enumerable.Range(0, PixelCount).Select(pixel => pixel >= 700 ? "0" : dirt == "noise" ? $"{((row * 3) + (pixel * pixel)) % 5}" : row % 8 == 0 ? $"{40 + row}" : "0"), "0"]);

        Assert.Contains("does not tell which column has the labels", Assert.Throws<InvalidDataException>(() => PixelFile.TryRead(Csv)).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Unnamed: 0")]
    public void Load_IndexBesideALabel_IsNeitherLabelNorPixel(string name)
    {
        Write(Header().ToList().With(784, "label").With(0, name), row => Pixels(row).With(784, $"{row % 3}.0").With(0, $"{row}"));

        Assert.Equal(["0", "1", "2"], Load(Csv).ClassNames);
        RequirePixels(PixelFile.TryRead(Csv)!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(784)]
    public void Load_NoHeaderIndexAndLabel_TellsBoth(int place)
    {
        Write(null, row => Pixels(row).With(place, $"{row % 3}").With(0, $"{row}"));

        Assert.Equal(["0", "1", "2"], Load(Csv).ClassNames);
        RequirePixels(PixelFile.TryRead(Csv)!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TryRead_IndexAlone_IsNoPixel(bool hasHeader)
    {
        Write(hasHeader ? Header().ToList().With(0, "") : null, row => Pixels(row).With(0, $"{row}"));

        RequirePixels(PixelFile.TryRead(Csv)!);
        Assert.Contains("has images without labels", Error(Csv));
    }

    [Fact]
    public void TryRead_NumbersAsNamesOfPixels_AreAHeader()
    {
        Write([.. Enumerable.Range(0, PixelCount).Select(pixel => $"{pixel}")], Pixels);

        RequirePixels(PixelFile.TryRead(Csv)!);
    }

    private static IEnumerable<string> Header() => Enumerable.Range(0, PixelCount).Select(pixel => $"pixel{pixel}");

    private static List<string> Pixels(int row) => [.. Enumerable.Range(0, PixelCount).Select(pixel => pixel == Middle ? $"{row}.0" : "0")];

    private static void RequirePixels(byte[] pixels)
    {
        Assert.Equal(Rows * PixelCount, pixels.Length);
        Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(row, pixels[(row * PixelCount) + Middle]));
    }

    private LabelledImageView Evaluate() => new MLContext().Data.LoadTestImages(new ImageDatasetOptions { TestPath = Csv });

    private void Write(List<string>? header, Func<int, List<string>> row) =>
        File.WriteAllLines(Csv, [.. header is null ? Array.Empty<string>() : [string.Join(',', header)], .. Enumerable.Range(0, Rows).Select(each => string.Join(',', row(each)))]);
}
