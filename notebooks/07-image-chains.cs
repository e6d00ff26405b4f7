#:project ../src/MlNetDigits.Insight
#:property PublishAot=false

// %% [markdown]
// # 7 · Image files by ML.NET's own transforms
//
// ML.NET's ImageAnalytics loads pictures, resizes them and takes their pixels. Here such a chain trains a network from image files,
// and another one normalizes digits first, is saved, and is served to many threads that hand it paths or pictures.
//
// The first cell loads the library as this checkout built it: `dotnet build -c Release src/MlNetDigits.Insight`.

// %%
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Training;

// %% [markdown]
// ## Image files
//
// A table of paths and labels is all that the chains take. Here are some of MNIST's digits, written as PNG files.

// %%
var ml = new MLContext(seed: 1);
var mnist = ml.Data.LoadMnist();
var folder = Directory.CreateTempSubdirectory("mlnet-digits-").FullName;

ImageFile[] Write(MnistView digits, string name, int count) => [.. Enumerable.Range(0, count).Select(row =>
{
    var path = $"{name}-{row}.png";
    var pixels = digits.Pixels.Slice(row * MnistView.PixelCount, MnistView.PixelCount).ToArray();
    File.WriteAllBytes(Path.Combine(folder, path), PngEncoder.Encode(new GrayImage(28, 28, pixels)));
    return new ImageFile { Path = path, Label = digits.Labels.Span[row].ToString() };
})];

var train = ml.Data.LoadFromEnumerable(Write(mnist.Train, "train", 2_000));
var test = ml.Data.LoadFromEnumerable(Write(mnist.Test, "test", 500));

// %% [markdown]
// ## ML.NET's transforms alone
//
// `LoadImages` reads each file when its row is read. The pictures are brought to one size and to grey, and one of the equal colour
// channels becomes the network's features, from 0 to 1. This suits pictures that look as the training's do.

// %%
var options = ConvolutionalNetworkPresets.Fast with { Epoch = 4, Seed = 1 };
var plain = ml.Transforms.Conversion.MapValueToKey("Label")
    .Append(ml.Transforms.LoadImages("Image", folder, nameof(ImageFile.Path)))
    .Append(ml.Transforms.ResizeImages("Image", imageWidth: 28, imageHeight: 28))
    .Append(ml.Transforms.ConvertToGrayscale("Image"))
    .Append(ml.Transforms.ExtractPixels("Features", "Image", ImagePixelExtractingEstimator.ColorBits.Red, scaleImage: 1f / 255))
    .Append(ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options))
    .Fit(train);
Console.WriteLine($"accuracy {ml.MulticlassClassification.Evaluate(plain.Transform(test)).MicroAccuracy:P1}");

// %% [markdown]
// ## Digits as people have them
//
// Photographs and scans have paper, shadows and digits of any size and place. `NormalizeDigit` finds the digit in a picture and brings
// it into MNIST's form, by the same code as `DigitNormalizer`; no `ResizeImages` comes before it.

// %%
var chain = ml.Transforms.Conversion.MapValueToKey("Label")
    .Append(ml.Transforms.LoadImages("Image", folder, nameof(ImageFile.Path)))
    .Append(ml.Transforms.NormalizeDigit("Pixels", "Image"))
    .Append(DigitPipeline.Create(ml, ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options)));
var model = chain.Fit(train);
Console.WriteLine($"accuracy {ml.MulticlassClassification.Evaluate(model.Transform(test)).MicroAccuracy:P1}");

// %% [markdown]
// ## Save, load, serve
//
// The zip has every step inside. Where it is loaded, the assembly `MlNetDigits` must be there; an app that does not use it otherwise
// names it to ML.NET with `RegisterAssembly`. The pool scores an `ImageFile`, which has
// a path.

// %%
var zip = Path.Combine(folder, "chain.zip");
ml.Model.Save(model, train.Schema, zip);
ml.ComponentCatalog.RegisterAssembly(typeof(DigitNormalizer).Assembly);

var services = new ServiceCollection().AddLogging();
services.AddPredictionEnginePool<ImageFile, DigitPrediction>().FromFile(zip);
var provider = services.BuildServiceProvider();
var pool = provider.GetRequiredService<PredictionEnginePool<ImageFile, DigitPrediction>>();
for (var row = 0; row < 3; row++)
    Console.WriteLine($"test-{row}.png: class {pool.Predict(new ImageFile { Path = $"test-{row}.png" }).PredictedLabel[0]}; the digit is {mnist.Test.Labels.Span[row]}");

// %% [markdown]
// Classes stand in the order in which `MapValueToKey` met the digits, so `PredictedLabel` is a place, not the digit. The names are in the
// model.

// %%
Console.WriteLine(string.Join(" ", ModelClasses.Of(model.GetOutputSchema(train.Schema))));

// %% [markdown]
// ## Pictures in memory
//
// A `DigitPhoto` holds an `MLImage` of any size instead of a path; so may a class of your own, whose picture is marked `[AnySizeImage]`. `NormalizeDigit` never disposes it: who made it does.

// %%
var photos = ml.Data.LoadFromEnumerable(Array.Empty<DigitPhoto>());
var normalize = ml.Model.CreatePredictionEngine<DigitPhoto, DigitImage>(ml.Transforms.NormalizeDigit().Fit(photos));
using (var picture = MLImage.CreateFromFile(Path.Combine(folder, "test-0.png")))
    Console.WriteLine($"{normalize.Predict(new DigitPhoto { Image = picture }).Pixels.Count(pixel => pixel > 127)} pixels of ink");

// %%
provider.Dispose();
plain.Dispose();
model.Dispose();
Directory.Delete(folder, recursive: true);
