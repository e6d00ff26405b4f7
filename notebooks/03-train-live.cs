#:project ../src/MlNetDigits.Insight
#:property PublishAot=false

// %% [markdown]
// # 3 · Build a network and train it live
//
// A *convolutional network* slides small windows, its *kernels*, over an image. Each kernel learns to answer to one thing, such as
// an edge or a bend, wherever it is; later layers combine what earlier ones found. Here we stack one layer by layer, and watch its
// curves while it learns.
//
// The first cell loads the library as this checkout built it: `dotnet build -c Release src/MlNetDigits.Insight`.

// %%
using Microsoft.ML;
using MlNetDigits.Charts;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;

// %% [markdown]
// ## Digits to train on
//
// To keep the wait short we take 12,000 of the 60,000 training digits, and hold a sixth of them out for validation.

// %%
var ml = new MLContext(seed: 1);
var mnist = ml.Data.LoadMnist();
var (training, validation) = mnist.Train.ToImageSet().Sample(12_000, seed: 1).Split(1 / 6.0, seed: 1);
Console.WriteLine($"{training.Count:N0} digits to train on, {validation.Count:N0} for validation");

// %% [markdown]
// ## Layers
//
// - `Conv2D(16, 3)` has 16 kernels of 3 × 3 pixels; each makes a *feature map* of the image.
// - `BatchNorm` keeps the values of each map centred and of equal spread, which speeds up learning.
// - `Relu` sets negative values to 0: without such a bend all layers together would be no more than one.
// - `MaxPool` keeps the largest of each 2 × 2 values, so the maps shrink to a quarter.
// - `Dropout` sets a random share of the values to 0 while training, so that the network does not lean on a few of them.
// - `Dense(10)` weighs all of it into ten *logits*, one for each digit; softmax makes probabilities of them.

// %%
var network = new NetworkBuilder(new Shape(28, 28, 1))
    .Add(new Conv2D(16, 3, useBias: false)).Add(new BatchNorm()).Add(new Relu()).Add(new MaxPool())
    .Add(new Conv2D(32, 3, useBias: false)).Add(new BatchNorm()).Add(new Relu()).Add(new MaxPool())
    .Add(new Flatten()).Add(new Dropout(0.3f)).Add(new Dense(10))
    .Build("mine", seed: 1);
Console.WriteLine(network.Summary());

// %% [markdown]
// ## Train, and watch
//
// In each step the network sees a *batch* of 64 digits, slightly rotated, scaled and shifted at random (*augmentation*), and its
// weights move a little against the gradient of the loss. The *learning rate* says how much: it rises first, then falls.
//
// After each epoch the observer draws the curves anew in place of the old ones: `Live` shows a value, `Update` replaces it.
//
// *To see: the loss falls and the accuracy climbs, fast at first. Validation, drawn solid, does better than training, because
// its digits are not distorted and no values are dropped.*

// %%
var epochs = new List<EpochMetrics>();
SvgPicture Curves() => new TrainingCurves { Epochs = epochs, Title = "A network of our own" }.Draw();
var curves = Live(Curves());

var options = new TrainingOptions
{
    Epochs = 6,
    BatchSize = 64,
    LearningRate = 0.006f,
    Schedule = new OneCycleSchedule(),
    Augmentation = AugmentationOptions.Mild,
    AverageDecay = 0.98f,
    Seed = 1,
};
var result = NetworkTrainer.Train(network, training, validation, options, new TrainingObserver
{
    EpochEnded = epoch =>
    {
        epochs.Add(epoch);
        curves.Update(Curves());
    },
});

// %% [markdown]
// The network now holds the weights of the epoch that did best in validation.

// %%
Console.WriteLine($"best epoch: {result.BestEpoch} of {epochs.Count}");
Console.WriteLine($"validation accuracy: {result.Best!.ValidationAccuracy:P2}");

// %% [markdown]
// *To see: the learning rate rose for the first third of all steps and came down along half a cosine. Large steps in the middle
// find a good region; small ones at the end settle in it.*

// %%
new LearningRateCurve { Epochs = epochs }.Draw().Display();

// %% [markdown]
// ## Test
//
// The engine itself scores images too; this is the fastest way as long as the network is in memory.

// %%
var test = mnist.Test.ToImageSet();
var pixels = new float[test.Count * test.Shape.Size];
var probabilities = new float[test.Count * network.Classes];
for (var i = 0; i < test.Count; i++) test.CopyTo(i, pixels.AsSpan(i * test.Shape.Size));
using (var predictor = new NetworkPredictor(network)) predictor.Predict(pixels, probabilities);

int AnswerTo(int image) => Enumerable.Range(0, 10).MaxBy(digit => probabilities[10 * image + digit]);
var right = Enumerable.Range(0, test.Count).Count(image => AnswerTo(image) == test.Label(image));
Console.WriteLine($"test accuracy: {(double)right / test.Count:P2}");

// %% [markdown]
// ## More
//
// - Without `Sample`, six epochs over all digits bring this network to 99.1 % of the test digits.
// - The trainer for ML.NET pipelines in [notebook 1](01-quick-start.ipynb) shows its curves the same way: set `MetricsCallback`.
// - Change a layer, run all cells again, and compare: what does a third convolution bring, and what does it cost?
// - A long training can be stopped: pass a `CancellationToken` to `Train`, and the best weights so far are kept.
