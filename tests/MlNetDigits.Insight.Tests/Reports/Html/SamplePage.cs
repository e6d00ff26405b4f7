using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Calibration;
using MlNetDigits.Evaluation.Features;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Training;
using MlNetDigits.Reports.Html;
using MlNetDigits.Tests.Training;

namespace MlNetDigits.Tests.Reports.Html;

/// <summary>Reports on real digits with made-up scores: some wrong, or none.</summary>
internal static class SamplePage
{
    public const int Images = 300;

    /// <summary>One image in so many is recognized as another class.</summary>
    public const int Mistake = 15;

    public static string[] Digits { get; } = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")];

    /// <summary>Names as of clothes: long, with signs that HTML must escape.</summary>
    public static string[] Long { get; } = ["T-shirt/top", "Trouser", "Pullover & cardigan", "Dress", "Coat", "Sandal", "Shirt \"Oxford\"", "Sneaker <low>", "Bag", "Ankle boot"];

    public static HtmlReport Create(string[]? names = null, bool isPerfect = false, int epochs = 5)
    {
        ScoredImages images = Score(names ?? Digits, isPerfect);
        return new HtmlReport
        {
            Title = "Digits of the test",
            Images = images,
            Evaluation = ModelEvaluation.Evaluate(images, new EvaluationOptions { BootstrapSamples = 100 }, new CalibrationSource(images, "300 validation images")),
            History = [.. Enumerable.Range(1, epochs).Select(epoch => new EpochMetrics(
                epoch, 0.004 / epoch, 0.9 / epoch, 1 - 0.3 / epoch, 0.7 / epoch, 1 - 0.2 / epoch, 1.5, 7500, epoch == epochs - 1))],
            Features = new FeatureProjection(
                [.. images.Labels.Select((label, image) => MathF.Cos(label) + image % 7 * 0.05f)], [.. images.Labels.Select((label, image) => MathF.Sin(label) + image % 11 * 0.03f)], 0.4, 0.2),
        };
    }

    private static ScoredImages Score(string[] names, bool isPerfect)
    {
        MnistView digits = Sample.Test(Images);
        int[] labels = [.. digits.Labels.ToArray().Select(label => (int)label)];
        var probabilities = new float[Images * names.Length];
        for (int image = 0; image < Images; image++)
        {
            float confidence = isPerfect ? 1 : 0.55f + image % 40 * 0.01f;
            int best = !isPerfect && image % Mistake == 0 ? (labels[image] + 5) % 10 : labels[image], second = (best + 5) % 10;
            probabilities[image * names.Length + best] = confidence;
            probabilities[image * names.Length + second] = 1 - confidence;
        }

        return new ScoredImages(names, labels, probabilities, digits.Pixels.ToArray(), new Shape(28, 28, 1));
    }
}
