using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Datasets;
using MlNetDigits.Mnist;

namespace MlNetDigits.Tests.Datasets;

public sealed class LabelledImageViewTests
{
    private static readonly LabelledImageView View = new([.. Enumerable.Range(0, 200).SelectMany(row => SampleImages.Image(row, row / 2))], [.. Enumerable.Range(0, 200).Select(row => row % 3)], ["a", "b", "七"]);

    [Fact]
    public void Columns_Read_GivePixelsAndKeysOfTheNames()
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        View.Schema["Label"].GetKeyValues(ref names);
        string[] labels = [.. View.GetColumn<uint>("Label").Select(key => names.GetItemOrDefault((int)key - 1).ToString())];
        float[] firsts = [.. View.GetColumn<VBuffer<float>>("Pixels").Select(pixels => pixels.GetItemOrDefault(0))];

        Assert.Equal(Enumerable.Range(0, 200).Select(row => View.ClassNames[row % 3]), labels);
        Assert.Equal(Enumerable.Range(0, 200).Select(row => (float)row), firsts);
    }

    [Fact]
    public void MapClassLabel_AnyOrderOfRows_KeysFollowTheNames()
    {
        var ml = new MLContext();

        IDataView mapped = ml.Transforms.MapClassLabel(["七", "b", "a"]).Fit(View).Transform(View);

        Assert.Equal([3u, 2u, 1u], mapped.GetColumn<uint>("Label").Take(3));
    }

    [Fact]
    public void WithLastClass_ClassInTheMiddle_KeepsEachImagesName()
    {
        LabelledImageView ordered = View.WithLastClass("b");

        Assert.Equal(["a", "七", "b"], ordered.ClassNames);
        Assert.Equal(NamesOf(View), NamesOf(ordered));
        Assert.Same(View, View.WithLastClass("七"));
    }

    [Fact]
    public void WithoutClass_ClassInTheMiddle_LeavesItsImagesOut()
    {
        LabelledImageView others = View.WithoutClass("b");

        Assert.Equal(["a", "七"], others.ClassNames);
        Assert.Equal(NamesOf(View).Where(name => name != "b"), NamesOf(others));
        Assert.Equal(View.Pixels.Span.Slice(2 * 784, 784), others.Pixels.Span.Slice(784, 784));
    }

    [Fact]
    public void WithLastClass_UnknownName_ListsTheClasses() =>
        Assert.StartsWith("There is no class 'none', only a, b, 七.", Assert.Throws<ArgumentException>(() => View.WithLastClass("none")).Message);

    [Fact]
    public void Take_More_IsTheViewItself()
    {
        Assert.Same(View, View.Take(200));
        Assert.Same(View, View.Take(null));
        Assert.Equal(5, View.Take(5).Count);
    }

    [Fact]
    public void From_Mnist_SharesPixelsAndNamesDigits()
    {
        byte[] pixels = new byte[2 * 784];

        LabelledImageView view = LabelledImageView.From(new MnistView(pixels, [7, 0]));

        Assert.Equal([7, 0], view.Classes.ToArray());
        Assert.Equal("7", view.ClassNames[7]);
        pixels[0] = 1;
        Assert.Equal(1, view.Pixels.Span[0]);
    }

    [Theory]
    [InlineData(new[] { 0 }, "2 were given")]
    [InlineData(new[] { 0, 3 }, "Class 3 of image 1 has no name")]
    public void Constructor_WrongClasses_Throws(int[] classes, string expected)
    {
        byte[] pixels = new byte[classes.Length == 1 ? 2 : 2 * 784];

        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => new LabelledImageView(pixels, classes, ["a", "b", "c"])).Message);
    }

    private static string[] NamesOf(LabelledImageView view) => [.. view.Classes.ToArray().Select(index => view.ClassNames[index])];
}
