#:project ../src/MlNetDigits.Insight
#:property PublishAot=false

// %% [markdown]
// # 4 · Evaluate and explain
//
// How good is a network, and how sure can we be of that? Where does it err? What does it look at? We ask the network `best`, which
// comes with the library.
//
// The first cell loads the library as this checkout built it: `dotnet build -c Release src/MlNetDigits.Insight`.

// %%
using Microsoft.ML;
using MlNetDigits.Charts;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Calibration;
using MlNetDigits.Evaluation.Features;
using MlNetDigits.Explanation;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;

// %% [markdown]
// ## Score the test digits
//
// `ScoredImages` holds what the model says about each of the 10,000 digits, and keeps their pixels for galleries.

// %%
var ml = new MLContext(seed: 1);
var mnist = ml.Data.LoadMnist();
var file = ShippedModels.Find("best")!;
var model = EvaluationModel.Load(ml, file, mnist.Test);
var scored = ScoredImages.Score(model, mnist.Test, new ScoringOptions { KeepPixels = true });
Console.WriteLine($"{scored.Count:N0} digits of {scored.Classes} classes");

// %% [markdown]
// ## Figures, with their uncertainty
//
// Another 10,000 digits would give slightly other figures. The *95 % interval* says how far off ours may be.

// %%
var report = ModelEvaluation.Evaluate(scored, new EvaluationOptions { BootstrapSamples = 200 });
var statistics = report.Statistics!;
string Interval(ConfidenceInterval value) => $"{value.Estimate:P2} ({value.Lower:P2} to {value.Upper:P2})";
Console.WriteLine($"accuracy      {Interval(statistics.Accuracy)}");
Console.WriteLine($"macro F1      {Interval(statistics.MacroF1)}");
Console.WriteLine($"top-2         {Interval(statistics.TopK[1].Accuracy)}");
Console.WriteLine($"log-loss      {report.LogLoss:F4} nats");

// %% [markdown]
// ## Confusion matrix
//
// Rows are what a digit is, columns what the network says.
//
// *To see: nearly all lies on the diagonal. What does not are mostly pairs that look alike.*

// %%
new ConfusionMatrixChart { Counts = report.Confusion, Labels = scored.ClassNames }.Draw().Display();

// %% [markdown]
// ## Class by class
//
// *Precision*: of the digits read as 9, how many are 9? *Recall*: of the nines, how many were read? *F1* is the harmonic mean of
// both.
//
// *To see: bars of almost full length for every digit; the figures at the right show which lag behind.*

// %%
new PerClassChart
{
    Classes =
    [
        .. statistics.Classes.Select(c =>
            new ClassScores(c.Name, c.Precision.Estimate, c.Recall.Estimate, c.F1.Estimate, c.Support)),
    ],
}.Draw().Display();

// %% [markdown]
// ## Mistakes
//
// *To see: the ten mistakes that the network was surest of; below each the true digit, what the network read, and how sure it was.
// Would you have read all of them?*

// %%
ImageTile Tile(RankedImage image)
{
    var pixels = new GrayImage(28, 28, scored.PixelsOf(image.Index).ToArray());
    return new ImageTile(pixels, $"{image.Label} read as {image.Predicted}")
    {
        Details = [("sure", $"{image.Confidence:P0}")],
    };
}

new ImageGrid
{
    Title = "Surest mistakes",
    Width = 564,
    Sections = [new("", [.. ImageRanking.MostConfidentMistakes(scored, 10).Select(Tile)], TileSize: 100)],
}.Draw().Display();

// %% [markdown]
// *To see: digits that it read right, but with the least confidence. It hesitates where we would.*

// %%
new ImageGrid
{
    Title = "Narrowly right",
    Width = 564,
    Sections = [new("", [.. ImageRanking.LeastConfidentHits(scored, 10).Select(Tile)], TileSize: 100)],
}.Draw().Display();

// %% [markdown]
// ## Is it right as often as it says?
//
// A network that is 90 % sure should be right nine times out of ten. That is *calibration*.
//
// *To see: bars that end on the dashed diagonal are honest; red shows the gap. The histogram below tells how few digits are in
// the lower bins, which makes their bars jump.*

// %%
var reliability = Reliability.Of(scored, bins: 10);
var bars = reliability.Bins.Select(bin =>
    new ReliabilityPoint(bin.Lower, bin.Upper, bin.Confidence, bin.Accuracy, bin.Images));
new ReliabilityDiagram { Curves = [new("best", [.. bars], reliability.ExpectedCalibrationError)] }.Draw().Display();

// %% [markdown]
// ## What the network knows of a digit
//
// Before its last layer the network has turned each image into a list of features. We lay them into a plane, as
// [notebook 2](02-mnist.ipynb) did with pixels.
//
// *To see: digits of a class now lie together, and 8, 3 and 4 reach far out. Groups that touch here, such as 1 and 7, part in
// directions that a plane cannot show. Mistakes have a dark rim: they lie between the groups.*

// %%
int[] sample = [.. Enumerable.Range(0, 400).Select(i => i * 25)];
var some = new ScoredImages(
    scored.ClassNames,
    [.. sample.Select(i => scored.Labels[i])],
    [.. sample.SelectMany(i => scored.ProbabilitiesOf(i).ToArray())],
    [.. sample.SelectMany(i => scored.PixelsOf(i).ToArray())],
    scored.ImageShape);
var map = PrincipalComponents.Project(PenultimateFeatures.Compute(OnnxModel.Load(file), some));
new FeatureMap2D
{
    Title = "400 digits by their features",
    Points =
    [
        .. Enumerable.Range(0, some.Count).Select(i =>
            new FeaturePoint(map.X[i], map.Y[i], some.Labels[i], IsMistake: !some.IsCorrect(i))),
    ],
    Labels = some.ClassNames,
}.Draw().Display();

// %% [markdown]
// ## Inside: kernels and feature maps
//
// `DigitExplainer` runs the model with the output of every layer in view. These are the kernels that the first layer learned.
//
// *To see: red weights answer to ink and blue ones to paper, so a kernel that is red above and blue below finds the lower edges of
// strokes.*

// %%
var explainer = DigitExplainer.Load(file);
var digit = DigitImage.Load("../data/samples/3-pen.png", explainer.Form);
ExplanationSheet.Draw(explainer.GetKernels(), "First layer: 32 kernels of 3 × 3").Display();

// %% [markdown]
// And this is what the layers make of a three.
//
// *To see: the first layer gives edges of the strokes; deeper maps are smaller, and show where something larger is, such as an end
// or a bend.*

// %%
var layers = explainer.GetFeatureMaps(digit);
ExplanationSheet.Draw([layers[0], layers[^2]], "A three, seen by two layers").Display();

// %% [markdown]
// ## Why this answer?
//
// Two ways to ask. *Occlusion* covers a patch of the image and looks how far the probability falls: red pixels speak for a digit.
// *Grad-CAM* follows the gradient back to a layer's maps: bright is what counted. We ask about the surest mistake from above.

// %%
var worst = ImageRanking.MostConfidentMistakes(scored, 1)[0];
var asked = DigitImage.FromPixels(scored.PixelsOf(worst.Index));
var explanation = explainer.Explain(asked, new ExplanationOptions { Top = 2 });
Console.WriteLine($"The label says {worst.Label}.");
foreach (var sentence in ExplanationText.Sentences(explanation)) Console.WriteLine(sentence);

// %% [markdown]
// *To see: for each of the two likeliest digits, where Grad-CAM glows and where covering the image changes the answer.*

// %%
var image = ColourMap.Gray(explanation.Image.Pixels, 28, 28);
ImageTile Cam(ClassActivationMap map) =>
    new(ColourMap.Overlay(image, map.Values, map.Layer.Width, map.Layer.Height), map.Class.Name);
ImageTile Patch(OcclusionMap map) => new(ColourMap.Diverging(map.Values, 28, 28), map.Class.Name);
new ImageGrid
{
    Title = $"Label {worst.Label}, read as {worst.Predicted}",
    Width = 420,
    Sections =
    [
        new("The digit", [new(image)], TileSize: 112),
        new("Grad-CAM", [.. explanation.ClassActivations.Select(Cam)], TileSize: 112),
        new("Occlusion", [.. explanation.Occlusions.Select(Patch)], TileSize: 112),
    ],
}.Draw().Display();
