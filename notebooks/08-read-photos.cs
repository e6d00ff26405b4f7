#:project ../src/MlNetDigits.Insight
#:property PublishAot=false

// %% [markdown]
// # 8 · Read digits from photos
//
// A form, a cheque, a page of numbers: several digits, on paper that has lines and marks of its own. `DigitReader` finds the lines of
// a picture and reads each whole, by the network `lines`; `robust`, which knows single digits, is its second witness.
//
// The first cell loads the library as this checkout built it: `dotnet build -c Release src/MlNetDigits.Insight`.

// %%
using Microsoft.ML;
using MlNetDigits.Charts;
using MlNetDigits.Evaluation.Lines;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;
using MlNetDigits.Synthesis;

// %% [markdown]
// ## A page
//
// The generator draws one: four numbers on ruled paper, as a camera sees it. Decode a photo of yours instead with
// `ImageDecoder.Decode("photo.jpg")`.
//
// *To see: a box around each digit, and above it what was read. Blue is sure, red less so, grey is no digit.*

// %%
var recognizer = DigitRecognizer.Load(ShippedModels.Find()!);
var lines = LineRecognizer.Load();
var reader = new DigitReader(recognizer, lines);

var forms = new DigitSynthesizer(new SynthesisOptions
{
    Kind = SynthesisKind.Text, Seed = 8, Rows = 4, Pattern = "## ## 2026", Papers = [PaperStyle.Ruled], MinimumSide = 90, MaximumSide = 110,
});
var drawn = forms.Create(0);
var page = drawn.ToGray();
var reading = reader.Read(page);
Console.WriteLine(reading.Text);
new ReadingPicture { Image = page, Reading = reading }.Draw().Display();

// %% [markdown]
// Each line has its confidence and other ways to read it, each digit its box and scores.

// %%
foreach (var line in reading.Lines)
    Console.WriteLine($"{line.Text} {line.Confidence:P1}, else {string.Join(", ", line.Alternatives.Select(other => $"{other.Text} {other.Probability:P1}"))}");

// %% [markdown]
// ## What is known helps
//
// A pattern, a length or a checksum chooses among the ways to read a line, and the pattern's other characters are put into the text.

// %%
var dates = new DigitReader(recognizer, lines, new DigitReaderOptions { Pattern = "dd.dd.2026" });
Console.WriteLine(string.Join(", ", dates.Read(page).Lines.Select(line => line.Text)));

// %% [markdown]
// ## Digits that touch
//
// Nothing is cut: the network sees the line as a whole.
//
// *To see: ten digits of MNIST's test images, all neighbours touching.*

// %%
var mnist = new MLContext(seed: 1).Data.LoadMnist();
var joined = TestStrings.Draw(mnist, TestStrings.Sets["touching"], count: 1, length: 10, seed: 3)[0].Open();
var touching = reader.Read(joined.Image);
Console.WriteLine($"written {joined.Text}, read {touching.Text}");
new ReadingPicture { Image = joined.Image, Reading = touching }.Draw().Display();

// %% [markdown]
// ## How often it is right
//
// `Measure` compares whole texts. Here are a few strings of test digits; `mlnet-digits evaluate-lines` reads 2,000 of each set.

// %%
foreach (var (name, options) in TestStrings.Sets)
{
    var report = reader.Measure(name, TestStrings.Draw(mnist, options, count: 100));
    Console.WriteLine($"{name}: {report.Exact.Estimate:P0} wholly right, {report.DigitErrors:P1} of digits wrong");
}
