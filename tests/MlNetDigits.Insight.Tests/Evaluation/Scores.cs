using MlNetDigits.Evaluation;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Tests.Evaluation;

/// <summary>Scores made up for a test.</summary>
internal static class Scores
{
    public static ScoredImages Of(params (int Label, float[] Probabilities)[] images) => new(
        [.. Enumerable.Range(0, images[0].Probabilities.Length).Select(c => $"c{c}")],
        [.. images.Select(image => image.Label)],
        [.. images.SelectMany(image => image.Probabilities)]);

    /// <summary>Images whose labels are drawn from the model's own probabilities, sharpened afterwards.</summary>
    public static ScoredImages Drawn(int count, int classes, float sharpness, ulong seed)
    {
        var random = new RandomStream(seed);
        var labels = new int[count];
        var probabilities = new float[count * classes];
        for (int i = 0; i < count; i++)
        {
            double[] logits = [.. Enumerable.Range(0, classes).Select(_ => 2.0 * random.NextGaussian())];
            double[] honest = SoftMax(logits);
            double place = random.NextSingle();
            for (labels[i] = 0; labels[i] < classes - 1 && (place -= honest[labels[i]]) > 0; labels[i]++) { }
            double[] shown = SoftMax([.. logits.Select(logit => logit * sharpness)]);
            for (int c = 0; c < classes; c++) probabilities[(i * classes) + c] = (float)shown[c];
        }

        return new ScoredImages([.. Enumerable.Range(0, classes).Select(c => $"c{c}")], labels, probabilities);
    }

    private static double[] SoftMax(double[] logits)
    {
        double sum = logits.Sum(Math.Exp);
        return [.. logits.Select(logit => Math.Exp(logit) / sum)];
    }
}
