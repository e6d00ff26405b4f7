#:project ../src/MlNetDigits
#:property PublishAot=false

// %% [markdown]
// # 5 · Your own images
//
// A network that learned MNIST knows light digits on black, 20 pixels high and centred. Photographs, scans and drawings look
// different: dark on white, in colour, shaded, noisy, off-centre. The library brings them into MNIST's form first.
//
// The first cell loads the library as this checkout built it: `dotnet build -c Release src/MlNetDigits`.

// %%
using Microsoft.ML;
using MlNetDigits.Charts;
using MlNetDigits.Images;
using MlNetDigits.Recognition;

// %% [markdown]
// ## Read one
//
// Put the path of a picture of yours here. Any PNG, JPEG, WebP, GIF or TIFF with one digit will do.

// %%
var yours = "../data/samples/3-shaded.jpg";
var recognizer = DigitRecognizer.Load(ShippedModels.Find("best")!);
var prediction = recognizer.Predict(yours);
Console.WriteLine($"{Path.GetFileName(yours)} shows {prediction.Digit}, with {prediction.Confidence:P1} confidence.");

// %% [markdown]
// ## What happens to it
//
// Two steps: the decoder turns any file into grey pixels, and the normalizer finds the ink, whichever colour it has, levels out
// shades, scales it into 20 × 20 pixels and puts its centre of mass into the middle of 28 × 28.
//
// *To see: the shade is gone, the ink is white on black, and the strokes are as thick as MNIST's.*

// %%
var decoded = ImageDecoder.Decode(yours);
var normalized = new GrayImage(28, 28, DigitNormalizer.Normalize(decoded)!);
new ImageGrid
{
    Title = "Before and after",
    Width = 340,
    Sections = [new("", [new(decoded, $"{decoded.Width} × {decoded.Height}"), new(normalized, "28 × 28")], TileSize: 150)],
}.Draw().Display();

// %% [markdown]
// *To see: the probabilities of the three likeliest digits.*

// %%
double[] probabilities = [.. prediction.Score];
new ProbabilityBars { Title = "What is it?", Probabilities = probabilities, Labels = recognizer.ClassNames }.Draw().Display();

// %% [markdown]
// ## Read many
//
// `data/samples` holds digits drawn for this project: pen and chalk, coloured, slanted, noisy, tiny, in a corner. The first
// character of a file's name tells which digit it shows. `PredictBatch` scores all of them at once, faster than one by one.
//
// *To see: what the network gets to see of each file, and what it reads.*

// %%
string[] files = [.. Directory.GetFiles("../data/samples").Where(path => !path.Contains("mnist")).Order(StringComparer.Ordinal)];
DigitImage[] digits = [.. files.Select(path => DigitImage.Load(path))];
var predictions = recognizer.PredictBatch(digits);

new ImageGrid
{
    Title = "Digits of all kinds",
    Width = 720,
    Sections =
    [
        new("", [.. files.Zip(digits, predictions).Select(item => new ImageTile(
            ColourMap.Gray(item.Second.Pixels, 28, 28), $"{item.Third.Digit}", Path.GetFileName(item.First)))], TileSize: 50),
    ],
}.Draw().Display();

// %%
var right = files.Zip(predictions).Count(item => Path.GetFileName(item.First)[0] - '0' == item.Second.Digit);
var least = files.Zip(predictions).MinBy(item => item.Second.Confidence);
Console.WriteLine($"{right} of {files.Length} read right");
Console.WriteLine($"least sure: {Path.GetFileName(least.First)} is {least.Second.Digit}, {least.Second.Confidence:P1}");

// %% [markdown]
// ## Draw with the keyboard
//
// An image need not come from a file: any grey pixels will do. Change the drawing and run the cell again.
//
// *To see: the drawing, and the digit that became of it.*

// %%
string[] drawing =
[
    "                ",
    "    ######      ",
    "   ##    ##     ",
    "         ##     ",
    "        ##      ",
    "       ##       ",
    "     ###        ",
    "    ##          ",
    "   ##           ",
    "   ##########   ",
    "                ",
];
byte[] ink = [.. drawing.SelectMany(line => Enumerable.Repeat(line, 2)).SelectMany(line => line).Select(c => c == '#' ? (byte)0 : (byte)255)];
var sheet = new GrayImage(drawing[0].Length, drawing.Length * 2, ink);
var drawn = DigitImage.FromPixels(DigitNormalizer.Normalize(sheet)!);
Console.WriteLine($"You drew {recognizer.Predict(drawn).Digit}.");
new ImageGrid
{
    Title = "From the keyboard",
    Width = 300,
    Sections = [new("", [new(sheet), new(ColourMap.Gray(drawn.Pixels, 28, 28))], TileSize: 120)],
}.Draw().Display();

// %% [markdown]
// ## Nothing there
//
// Where no digit is to be seen, the library says so instead of guessing.

// %%
try
{
    var blank = new GrayImage(100, 100, [.. Enumerable.Repeat((byte)240, 100 * 100)]);
    recognizer.Predict(DigitImage.Load(new MemoryStream(PngEncoder.Encode(blank)), "blank.png"));
}
catch (InvalidDataException error)
{
    Console.WriteLine(error.Message);
}

// %% [markdown]
// To train on images of your own, lay them into one folder for each class; `mlnet-digits train --dataset photos/` and
// `ml.Data.LoadImageDataset` take it from there.
