#:project ../src/MlNetDigits.Insight
#:property PublishAot=false

// %% [markdown]
// # 1 · Quick start
//
// Load MNIST, train a small convolutional network, measure it on digits that it never saw, and let it read a picture: a dozen
// lines of code and a few seconds of training.
//
// The first cell loads the library as this checkout built it. Build it once with `dotnet build -c Release src/MlNetDigits.Insight`;
// after a later build, restart the kernel.

// %%
using Microsoft.ML;
using MlNetDigits.Charts;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Training;

// %% [markdown]
// ## Load the data
//
// MNIST is the classic set of handwritten digits: images of 28 × 28 pixels from 0 (paper) to 255 (ink), each with a label, the
// digit that it shows. Everything random below starts from a seed, so that each run gives the same numbers.

// %%
var ml = new MLContext(seed: 1);
var mnist = ml.Data.LoadMnist();
Console.WriteLine($"{mnist.Train.Count:N0} digits to train on, {mnist.Test.Count:N0} to test with");

// %% [markdown]
// ## Train
//
// A *pipeline* goes from raw pixels to a trained network: it scales pixels to 0-1, and trains. The preset `fast` goes through the
// training digits twice: two *epochs*. A tenth of the digits is held out, for *validation*: how well a network does on these
// chooses the epoch whose weights are kept.

// %%
var options = ConvolutionalNetworkPresets.Fast with { Seed = 1 };
var trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options);
var model = DigitPipeline.Create(ml, trainer).Fit(mnist.Train);
foreach (var epoch in trainer.Result!.History)
    Console.WriteLine($"epoch {epoch.Epoch}: loss {epoch.TrainLoss:F3}, validation accuracy {epoch.ValidationAccuracy:P2}");
Console.WriteLine($"{trainer.Network!.ParameterCount:N0} trained parameters");

// %% [markdown]
// ## Test
//
// The test digits took no part in training, nor did they choose anything. *Accuracy* is the share of them that the network reads
// right. *Log-loss* also counts how sure it was: the lower, the better.

// %%
var metrics = ml.MulticlassClassification.Evaluate(model.Transform(mnist.Test));
Console.WriteLine($"accuracy {metrics.MicroAccuracy:P2}, log-loss {metrics.LogLoss:F3} nats");

// %% [markdown]
// ## Save
//
// The whole chain becomes one ONNX file that takes raw pixels. Any ONNX Runtime scores it, in any language.
// You find it in `artifacts/notebooks/digits.onnx`.

// %%
var file = Path.Combine(Directory.CreateDirectory("../artifacts/notebooks").FullName, "digits.onnx");
ml.Model.ExportOnnx(model, mnist.Test.Schema, file);
Console.WriteLine($"{Path.GetFileName(file)}: {new FileInfo(file).Length / 1024:N0} KiB");

// %% [markdown]
// ## Read a picture
//
// `DigitImage.Load` decodes a PNG, JPEG, WebP, GIF or TIFF and brings the digit in it into the form that MNIST's have: cut out,
// light on dark, 20 pixels high, in the middle of 28 × 28.
//
// *To see: the file as it is, and beside it the 28 × 28 pixels that the network gets.*

// %%
var drawing = "../data/samples/7-pen.png";
var digit = DigitImage.Load(drawing);
var before = new ImageTile(ImageDecoder.Decode(drawing), "the file");
var after = new ImageTile(ColourMap.Gray(digit.Pixels, 28, 28), "28 × 28");
ImageSection[] sections = [new("", [before, after], TileSize: 140)];
new ImageGrid { Title = "A seven", Width = 320, Sections = sections }.Draw().Display();

// %% [markdown]
// Now the model that we trained reads it. It gives a probability for each digit; together they are 100 %.
//
// *To see: the likeliest digits, the answer first.*

// %%
var recognizer = DigitRecognizer.Load(file);
var prediction = recognizer.Predict(digit);
double[] probabilities = [.. prediction.Score];
Console.WriteLine($"The network reads {prediction.Digit}.");
new ProbabilityBars { Probabilities = probabilities, Labels = recognizer.ClassNames }.Draw().Display();

// %% [markdown]
// ## Where to go from here
//
// | notebook | what it shows |
// |---|---|
// | [2 · MNIST](02-mnist.ipynb) | the data: what is typical, and what is odd |
// | [3 · Train live](03-train-live.ipynb) | a network of your own, and how it learns |
// | [4 · Evaluate and explain](04-evaluate-and-explain.ipynb) | where a network errs, and what it looks at |
// | [5 · Your own images](05-your-own-images.ipynb) | photographs, scans and drawings |
// | [6 · Pipelines and the pool](06-pipelines-and-pool.ipynb) | ML.NET step by step, and serving a model |
