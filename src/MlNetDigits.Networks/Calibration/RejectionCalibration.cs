using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Calibration;

/// <summary>How networks whose last class is for rejection were made to decide at a digit score of 0.5.</summary>
/// <param name="Temperature">Divisor of all logits.</param>
/// <param name="Shift">What was added to the last logit after that: above 0 refuses more.</param>
public sealed record RejectionCalibration(double Temperature, double Shift)
{
    /// <summary>The digit score from which on an image is taken for one of the other classes.</summary>
    public const float Threshold = 0.5f;

    private const int ImagesAtOnce = 512;

    /// <summary>In logits: keeps scores that should be just above 0.5 there, whoever rounds them.</summary>
    private const double Clearance = 1e-4;

    private const int Halvings = 60;

    /// <summary>Changes the last layers' weights so that probabilities can be believed and 0.5 is the threshold.</summary>
    /// <param name="networks">The members of an ensemble, or a single network; they are changed.</param>
    /// <param name="images">Images that they did not learn from; those of the last class are to be refused.</param>
    /// <param name="mostRefused">Largest share of the other images that may be refused, 0 to 1.</param>
    /// <param name="threads">Threads; default 0: one for each processor. The result does not depend on it.</param>
    /// <returns>What was changed; null, and nothing is, where no image is of another class or a last layer is not dense.</returns>
    /// <remarks>
    /// The temperature is that of the least log-loss of the other images among their classes, and 1 where all of them are right, so that there is none.
    /// More are refused than before only as far as it takes to refuse all images of the last class.
    /// </remarks>
    public static RejectionCalibration? Apply(IReadOnlyList<Network> networks, ImageSet images, double mostRefused, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(images);
        Guard.Between(0, 1, mostRefused, nameof(mostRefused));
        int classes = networks[0].Classes, others = classes - 1;
        int[] labels = [.. Enumerable.Range(0, images.Count).Select(images.Label)], accepted = [.. Enumerable.Range(0, images.Count).Where(image => labels[image] < others)];
        if (accepted.Length == 0 || networks.Any(network => network.Nodes[^1].Layer is not Dense)) return null;

        float[][] logits = [.. networks.Select(network => Logits(network, images, threads))];
        double temperature = SoftmaxTemperature.Fit(
            [.. logits.Select(member => accepted.SelectMany(image => member.AsSpan(image * classes, others).ToArray()).ToArray())], [.. accepted.Select(image => labels[image])], others);
        if (temperature is < 2 * SoftmaxTemperature.Lowest or > SoftmaxTemperature.Highest / 2) temperature = 1;

        double[] limits = [.. labels.Select((_, image) => Limit([.. logits.Select(member => Margin(member.AsSpan(image * classes, classes), temperature))]))];
        var calibration = new RejectionCalibration(temperature, ShiftFor(
            [.. accepted.Select(image => limits[image])], [.. limits.Where((_, image) => labels[image] == others)], mostRefused));
        foreach (Network network in networks) calibration.ChangeLastLayer(network);
        return calibration;
    }

    private static float[] Logits(Network network, ImageSet images, int threads)
    {
        int size = images.Shape.Size, classes = network.Classes;
        var logits = new float[images.Count * classes];
        var pixels = new float[Math.Min(ImagesAtOnce, images.Count) * size];
        using var predictor = new NetworkPredictor(network, threads);
        for (int first = 0; first < images.Count; first += ImagesAtOnce)
        {
            int count = Math.Min(ImagesAtOnce, images.Count - first);
            for (int i = 0; i < count; i++) images.CopyTo(first + i, pixels.AsSpan(i * size, size));
            predictor.PredictLogits(pixels.AsSpan(0, count * size), logits.AsSpan(first * classes, count * classes));
        }

        return logits;
    }

    /// <summary>The logit of one network's digit score.</summary>
    private static double Margin(ReadOnlySpan<float> row, double temperature)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (float logit in row[..^1]) largest = Math.Max(largest, logit / temperature);
        foreach (float logit in row[..^1]) sum += Math.Exp(logit / temperature - largest);
        return largest + Math.Log(sum) - row[^1] / temperature;
    }

    /// <summary>The shift at which the mean of the members' digit scores is 0.5.</summary>
    private static double Limit(double[] margins)
    {
        double low = margins.Min(), high = margins.Max();
        for (int i = 0; i < Halvings && low < high; i++)
        {
            double middle = (low + high) / 2;
            if (margins.Average(margin => 1 / (1 + Math.Exp(middle - margin))) >= Threshold) low = middle;
            else high = middle;
        }

        return low;
    }

    /// <param name="accepted">Shifts from which images that should not be refused are.</param>
    /// <param name="refused">Shifts from which images that should be refused are.</param>
    /// <param name="mostRefused">Share of the former that may be.</param>
    private static double ShiftFor(double[] accepted, double[] refused, double mostRefused)
    {
        Array.Sort(accepted);
        int allowed = (int)Math.Floor(mostRefused * accepted.Length);
        double most = allowed < accepted.Length ? accepted[allowed] - Clearance : double.PositiveInfinity;
        double enough = refused.Length > 0 ? refused.Max() + Clearance : 0;
        return most < 0 ? most : Math.Clamp(enough, 0, most);
    }

    private void ChangeLastLayer(Network network)
    {
        Span<float> parameters = network.ParametersOf(network.Nodes[^1]);
        for (int i = 0; i < parameters.Length; i++) parameters[i] = (float)(parameters[i] / Temperature);
        // Weights come first, then a bias for each class.
        parameters[^1] = (float)(parameters[^1] + Shift);
    }
}
