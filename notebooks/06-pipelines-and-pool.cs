#:project ../src/MlNetDigits.Insight
#:property PublishAot=false

// %% [markdown]
// # 6 · ML.NET pipelines and the pool
//
// The library is a set of parts for ML.NET. Here we chain them by hand, look at the table after every step, save the model in
// both of ML.NET's ways, and serve it to many threads, also while a newer model takes its place.
//
// The first cell loads the library as this checkout built it: `dotnet build -c Release src/MlNetDigits.Insight`.

// %%
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Training;

// %% [markdown]
// ## The table
//
// An `IDataView` is a table that is read row by row. `TakeRows` gives a shorter one; nothing is copied.

// %%
var ml = new MLContext(seed: 1);
var mnist = ml.Data.LoadMnist();
var train = ml.Data.TakeRows(mnist.Train, 5_000);
var test = ml.Data.TakeRows(mnist.Test, 2_000);

void Show(string step, IDataView data)
{
    Console.WriteLine(step);
    foreach (var column in data.Schema.Where(column => !column.IsHidden))
        Console.WriteLine($"  {column.Name,-15} {column.Type}");
}

Show("as loaded", train);

// %% [markdown]
// ## Estimators and transformers
//
// An *estimator* learns from data by `Fit`, and gives a *transformer*, which makes new columns by `Transform`. `NormalizePixels`
// scales 0-255 to 0-1. The label needs no step: it is loaded as a *key*, ML.NET's number for a class.

// %%
var normalize = ml.Transforms.NormalizePixels();
Show("after pixels", normalize.Fit(train).Transform(train));

// %% [markdown]
// The network is the last estimator of the chain. It trains, and its transformer is ML.NET's standard one for ONNX models.
// `DigitPipeline.Create` makes the same chain.

// %%
var options = ConvolutionalNetworkPresets.Fast with { Epoch = 3, Seed = 1 };
var trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options);
var model = normalize.Append(trainer).Fit(train);
var scored = model.Transform(test);
Show("after the network", scored);

// %% [markdown]
// ## Metrics
//
// ML.NET's own evaluation reads the columns `Label`, `Score` and `PredictedLabel`. In the table, rows are what a digit is and
// columns what the network says.

// %%
var metrics = ml.MulticlassClassification.Evaluate(scored);
Console.WriteLine($"accuracy {metrics.MicroAccuracy:P2}, log-loss {metrics.LogLoss:F3}");
Console.WriteLine(metrics.ConfusionMatrix.GetFormattedConfusionTable());

// %% [markdown]
// ## Save: zip and ONNX
//
// ML.NET's zip keeps the steps of the chain and the schema that it takes. ONNX joins them into one graph for any runtime, with
// facts about the training inside.

// %%
var folder = Directory.CreateTempSubdirectory("mlnet-digits-").FullName;
string zip = Path.Combine(folder, "digits.zip"), onnx = Path.Combine(folder, "digits.onnx");
ml.Model.Save(model, mnist.Test.Schema, zip);
ml.Model.ExportOnnx(model, mnist.Test.Schema, onnx, ModelMetadata.Describe(trainer, metrics));
foreach (var file in new DirectoryInfo(folder).GetFiles().OrderBy(file => file.Name))
    Console.WriteLine($"{file.Name}: {file.Length / 1024:N0} KiB");

// %% [markdown]
// ## One at a time: the prediction engine
//
// A `PredictionEngine` takes one object and gives another, without a table around it. It is fast but must not be shared between
// threads.

// %%
var loaded = ml.Model.Load(zip, out _);
var engine = ml.Model.CreatePredictionEngine<DigitImage, DigitPrediction>(loaded);
var digits = ml.Data.CreateEnumerable<DigitImage>(test, reuseRowObject: false).ToArray();
for (var i = 0; i < 5; i++)
{
    var prediction = engine.Predict(digits[i]);
    var truth = mnist.Test.Labels.Span[i];
    Console.WriteLine($"test digit {i}: {prediction.Digit}, {prediction.Confidence:P1} sure; the label is {truth}");
}

// %% [markdown]
// ## Many at a time: the pool
//
// A service answers many requests at once. `AddDigitRecognition` registers ML.NET's `PredictionEnginePool` with a model, and over
// it an `IDigitRecognizer`, which any number of threads may share. An ASP.NET app does the same with its `builder.Services`.

// %%
var services = new ServiceCollection().AddLogging();
services.AddDigitRecognition(new DigitRecognitionOptions
{
    ModelPath = onnx,
    ReloadInterval = TimeSpan.FromMilliseconds(100),
});
var provider = services.BuildServiceProvider();
var recognizer = provider.GetRequiredService<IDigitRecognizer>();

bool IsRight(int i) => recognizer.Predict(digits[i]).Digit == mnist.Test.Labels.Span[i];
int CountRight() => Enumerable.Range(0, digits.Length).AsParallel().Count(IsRight);
var before = CountRight();
Console.WriteLine($"{before:N0} of {digits.Length:N0} read right, one by one, on all threads");

// %% [markdown]
// ## A newer model, without a pause
//
// The pool watches the file. When a better model takes its place, requests under way are answered by the old one and those that
// come later by the new one. Here the network `best`, which comes with the library, replaces ours.

// %%
var pool = provider.GetRequiredService<PredictionEnginePool<DigitImage, DigitPrediction>>();
string Serving() => DigitModelDescription.Of(pool.GetModel())!.Metadata["architecture"];
Console.WriteLine($"serving: {Serving()}");

File.Copy(ShippedModels.Find("best")!, onnx + ".new");
File.Move(onnx + ".new", onnx, overwrite: true);
while (CountRight() == before) await Task.Delay(50);

Console.WriteLine($"serving: {Serving()}");
Console.WriteLine($"{CountRight():N0} of {digits.Length:N0} read right");

// %% [markdown]
// The pool belongs to the service provider, which disposes it.

// %%
engine.Dispose();
await provider.DisposeAsync();
Directory.Delete(folder, recursive: true);
