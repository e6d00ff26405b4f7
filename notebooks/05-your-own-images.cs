#:project ../src/MlNetDigits.Insight
#:property PublishAot=false

// %% [markdown]
// # 5 · Your own images
//
// A network that learned MNIST knows light digits on black, 20 pixels high and centred. Photographs, scans and drawings look
// different: dark on white, in colour, shaded, noisy, off-centre. The library brings them into MNIST's form first, and its network
// `robust`, which we ask, has seen drawn pictures of all these kinds beside MNIST.
//
// The first cell loads the library as this checkout built it: `dotnet build -c Release src/MlNetDigits.Insight`.

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
var recognizer = DigitRecognizer.Load(ShippedModels.Find()!);
var prediction = recognizer.Predict(yours);
Console.WriteLine(prediction.IsDigit
    ? $"It shows {prediction.Digit}, says the network, and is {prediction.Confidence:P1} sure."
    : $"It shows no digit, says the network: its digit score is {prediction.DigitProbability:P1}.");

// %% [markdown]
// ## What happens to it
//
// Two steps: the decoder turns any file into grey pixels, and these are brought into the form of the images that the model was
// trained on, which it keeps as `Form`. For digits the ink is found, whichever colour it has, shades are levelled out, and what is
// left is scaled into 20 × 20 pixels, its centre of mass in the middle of 28 × 28.
//
// *To see: the shade is gone, the ink is white on black, and the strokes are as thick as MNIST's.*

// %%
var decoded = ImageDecoder.Decode(yours);
var normalized = new GrayImage(28, 28, recognizer.Form.Fit(decoded));
var before = new ImageTile(decoded, $"{decoded.Width} × {decoded.Height}");
var after = new ImageTile(normalized, "28 × 28");
ImageSection[] sections = [new("", [before, after], TileSize: 150)];
new ImageGrid { Title = "Before and after", Width = 340, Sections = sections }.Draw().Display();

// %% [markdown]
// *To see: the probabilities of the three likeliest digits.*

// %%
double[] probabilities = [.. prediction.Score];
new ProbabilityBars { Probabilities = probabilities, Labels = recognizer.ClassNames }.Draw().Display();

// %% [markdown]
// ## Digits of all kinds
//
// `data/samples` holds digits drawn for this project: with pen and chalk, slanted, noisy, tiny, in a corner. The first character of
// a file's name tells which digit it shows.
//
// *To see: some of the files above, and below what the network gets to see of each.*

// %%
string[] some =
[
    "0-chalk.png", "1-thin-corner.png", "2-slanted.webp", "3-small-corner.png", "4-thin.png",
    "5-noisy.jpg", "6-thick.webp", "7-chalk.jpg", "8-tiny.png", "9-wide.png",
];
string PathTo(string name) => $"../data/samples/{name}";
ImageTile Original(string name) => new(ImageDecoder.Decode(PathTo(name)), name);
ImageTile Seen(string name) => new(ColourMap.Gray(DigitImage.Load(PathTo(name), recognizer.Form).Pixels, 28, 28), name);

new ImageGrid
{
    Title = "From file to network",
    Width = 614,
    Sections =
    [
        new("The files", [.. some.Select(Original)], TileSize: 110),
        new("28 × 28", [.. some.Select(Seen)], TileSize: 110),
    ],
}.Draw().Display();

// %% [markdown]
// ## Read many
//
// `PredictBatch` scores many images at once, faster than one by one.

// %%
string[] files = [.. Directory.GetFiles("../data/samples").Order(StringComparer.Ordinal)];
DigitImage[] digits = [.. files.Select(path => DigitImage.Load(path, recognizer.Form))];
var predictions = recognizer.PredictBatch(digits);

var right = files.Zip(predictions).Count(item => Path.GetFileName(item.First)[0] - '0' == item.Second.Digit);
var (file, doubtful) = files.Zip(predictions).MinBy(item => item.Second.Confidence);
Console.WriteLine($"{right} of {files.Length} files read right");
Console.WriteLine($"least sure: {doubtful.Digit} in {Path.GetFileName(file)}, {doubtful.Confidence:P1}");

// %% [markdown]
// ## Draw with the keyboard
//
// An image need not come from a file: any grey pixels will do. Characters are twice as high as wide, so each line counts twice. Change the drawing and run the cell again.
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
var twice = drawing.SelectMany(line => new[] { line, line });
byte[] ink = [.. twice.SelectMany(line => line).Select(character => character == '#' ? (byte)0 : (byte)255)];
var sheet = new GrayImage(drawing[0].Length, drawing.Length * 2, ink);
var drawn = DigitImage.FromPixels(recognizer.Form.Fit(sheet));
Console.WriteLine($"You drew {recognizer.Predict(drawn).Digit}.");

ImageTile[] pair = [new(sheet), new(ColourMap.Gray(drawn.Pixels, 28, 28))];
new ImageGrid { Title = "From the keyboard", Width = 300, Sections = [new("", pair, TileSize: 120)] }.Draw().Display();

// %% [markdown]
// ## Nothing there
//
// Where no digit is to be seen, the network says so instead of guessing: letters, scribbles and empty paper have a digit score
// below 0.5. Networks that learned digits alone cannot tell; with their `Form`, empty paper throws an `InvalidDataException`.

// %%
var blank = new GrayImage(100, 100, [.. Enumerable.Repeat((byte)240, 100 * 100)]);
var nothing = recognizer.Predict(DigitImage.FromImage(blank, recognizer.Form));
Console.WriteLine($"A digit? {nothing.IsDigit}: its digit score is {nothing.DigitProbability:P1}.");

// %% [markdown]
// To train on images of your own, lay them into one folder for each class; `mlnet-digits train --dataset photos/` and
// `ml.Data.LoadImageDataset` take it from there.
