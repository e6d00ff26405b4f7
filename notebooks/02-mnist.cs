#:project ../src/MlNetDigits.Insight
#:property PublishAot=false

// %% [markdown]
// # 2 · MNIST, load and look
//
// Before training it pays to look: what is in the data, how much of it, what is typical, and what is odd.
//
// The first cell loads the library as this checkout built it: `dotnet build -c Release src/MlNetDigits.Insight`.

// %%
using Microsoft.ML;
using MlNetDigits.Charts;
using MlNetDigits.Evaluation.Features;
using MlNetDigits.Images;
using MlNetDigits.Mnist;

// %% [markdown]
// ## Load
//
// `LoadMnist` takes the four files from the checkout, from the folder that `MNIST_DIR` names or from your cache, and downloads
// them if they are nowhere. Checksums tell whether they are intact.
//
// Both parts are an `IDataView`, ML.NET's table: a column `Pixels`, 784 numbers from 0 to 255 for each image, and a column `Label`.

// %%
var ml = new MLContext(seed: 1);
var mnist = ml.Data.LoadMnist();
var train = mnist.Train;
Console.WriteLine($"{train.Count:N0} training digits, {mnist.Test.Count:N0} test digits");
foreach (var column in train.Schema) Console.WriteLine($"  {column.Name}: {column.Type}");

// %% [markdown]
// ## One digit, as numbers
//
// An image is nothing but 28 rows of 28 numbers. Here each number is drawn as a character, twice to keep the shape, from blank paper to full ink.

// %%
byte[] PixelsOf(int index) => train.Pixels.Slice(index * MnistView.PixelCount, MnistView.PixelCount).ToArray();
var first = PixelsOf(0);
for (var row = 4; row < 26; row++)
{
    var line = first.Skip(28 * row).Take(28).Select(pixel => new string(" .:-=+*#%@"[pixel * 9 / 255], 2));
    Console.WriteLine(string.Concat(line).TrimEnd());
}

Console.WriteLine($"label: {train.Labels.Span[0]}");

// %% [markdown]
// ## A dozen of each
//
// *To see: people write one digit in many ways. Mind the sevens with and without a bar, and the open and closed fours.*

// %%
var labels = train.Labels.ToArray();
int[] IndicesOf(int digit) => [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] == digit)];
ImageTile Tile(int index, string caption = "") =>
    new(new GrayImage(28, 28, PixelsOf(index)), caption, $"training digit {index}");

var dozens = Enumerable.Range(0, 10).SelectMany(digit => IndicesOf(digit).Take(12));
new ImageGrid
{
    Title = "The first twelve of each digit",
    Width = 600,
    Sections = [new("", [.. dozens.Select(index => Tile(index))], TileSize: 40)],
}.Draw().Display();

// %% [markdown]
// ## How many of each?
//
// Classes of equal size make accuracy a fair measure: who always answers "one" would be right for just 11 % of the digits.

// %%
for (var digit = 0; digit < 10; digit++)
{
    var count = IndicesOf(digit).Length;
    var share = (double)count / labels.Length;
    Console.WriteLine($"{digit}  {count,6:N0}  {share,7:P1}  {new string('█', count / 250)}");
}

// %% [markdown]
// ## The mean digit
//
// Averaged pixel by pixel, each digit becomes a ghost of itself.
//
// *To see: sharp where all writers agree, as in the ring of the 0, and blurred where they slant and bend differently, as in 4 and 9.*

// %%
float[] MeanOf(int digit)
{
    var sum = new float[MnistView.PixelCount];
    var indices = IndicesOf(digit);
    foreach (var index in indices)
    {
        var pixels = PixelsOf(index);
        for (var i = 0; i < sum.Length; i++) sum[i] += (float)pixels[i] / indices.Length;
    }

    return sum;
}

float[][] means = [.. Enumerable.Range(0, 10).Select(MeanOf)];
var ghosts = means.Select((mean, digit) => new ImageTile(ColourMap.Gray(mean, 28, 28), $"{digit}"));
new ImageGrid
{
    Title = "The mean of each digit",
    Width = 564,
    Sections = [new("", [.. ghosts], TileSize: 100)],
}.Draw().Display();

// %% [markdown]
// ## The odd ones
//
// How far is a digit from the mean of its class? Those farthest away are the hard ones, and some are hard for people too.
//
// *To see: slanted, thick, cut off or crossed out; the label below each says what the writer meant.*

// %%
double DistanceOf(int index) =>
    PixelsOf(index).Zip(means[labels[index]], (pixel, mean) => (double)(pixel - mean) * (pixel - mean)).Sum();

var odd = Enumerable.Range(0, 10).SelectMany(digit => IndicesOf(digit).OrderByDescending(DistanceOf).Take(2));
new ImageGrid
{
    Title = "The two farthest from the mean of each digit",
    Width = 684,
    Sections = [new("", [.. odd.Select(index => Tile(index, $"{labels[index]}"))], TileSize: 58)],
}.Draw().Display();

// %% [markdown]
// ## A map of pixels
//
// Each image is a point in a space of 784 dimensions. *Principal component analysis* finds the plane in which the points spread
// most, and lays them into it.
//
// *To see: ones gather at the left and zeros at the right, but most classes lie on top of each other.* Pixels alone do not tell
// digits apart. [Notebook 4](04-evaluate-and-explain.ipynb) draws the same map of what a trained network makes of them.

// %%
int[] sample = [.. Enumerable.Range(0, 400).Select(i => i * 150)];
float[] values = [.. sample.SelectMany(PixelsOf).Select(pixel => pixel / 255f)];
var map = PrincipalComponents.Project(new ImageFeatures(sample.Length, MnistView.PixelCount, values));
Console.WriteLine($"The plane holds {map.ExplainedX + map.ExplainedY:P0} of the variance.");
new FeatureMap2D
{
    Title = "400 digits by their pixels",
    Points = [.. sample.Select((index, i) => new FeaturePoint(map.X[i], map.Y[i], labels[index]))],
    Labels = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")],
}.Draw().Display();
