using System.Numerics.Tensors;

namespace MlNetDigits.Networks.Calibration;

/// <summary>Finds the divisor of logits with which probabilities deserve to be believed; no class changes.</summary>
/// <remarks>Source: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017, section 4.2.</remarks>
public static class SoftmaxTemperature
{
    /// <summary>The lowest temperature that fitting tries.</summary>
    public const double Lowest = 0.05;

    /// <summary>The highest temperature that fitting tries.</summary>
    public const double Highest = 20;

    private const int Halvings = 60;

    /// <summary>Finds the temperature of the least log-loss of the members' averaged probabilities.</summary>
    /// <param name="logits">Logits of each member, [images, classes]; one for a single network.</param>
    /// <param name="labels">Class of each image, from 0.</param>
    /// <param name="classes">Number of classes.</param>
    /// <returns>A temperature from 0.05 to 20; an end of it where the log-loss has no minimum between.</returns>
    /// <exception cref="ArgumentException">There is no image, or logits and labels do not fit.</exception>
    public static double Fit(IReadOnlyList<float[]> logits, ReadOnlySpan<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(logits);
        if (labels.Length == 0) throw new ArgumentException("There is no image to fit a temperature to: give validation images.", nameof(labels));
        foreach (float[] member in logits)
            if (member.Length != labels.Length * classes) throw new ArgumentException($"{member.Length} logits do not fit {labels.Length} images of {classes} classes.", nameof(logits));

        // Log-loss of one network is convex in the inverse temperature, so its slope changes sign once.
        double low = 1 / Highest, high = 1 / Lowest;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            if (Slope(logits, labels, classes, middle) < 0) low = middle;
            else high = middle;
        }

        return 2 / (low + high);
    }

    /// <summary>Derivative of the summed log-loss by the inverse temperature: expected minus true logit, of members by how much they trust the label.</summary>
    private static double Slope(IReadOnlyList<float[]> logits, ReadOnlySpan<int> labels, int classes, double inverse)
    {
        double slope = 0;
        for (int image = 0; image < labels.Length; image++)
        {
            double total = 0, trust = 0;
            foreach (float[] member in logits)
            {
                (double difference, double probability) = Of(member.AsSpan(image * classes, classes), labels[image], inverse);
                total += difference * probability;
                trust += probability;
            }

            slope += total / trust;
        }

        return slope;
    }

    private static (double Difference, double Probability) Of(ReadOnlySpan<float> row, int label, double inverse)
    {
        double largest = TensorPrimitives.Max(row), sum = 0, expected = 0;
        foreach (float logit in row)
        {
            double weight = Math.Exp((logit - largest) * inverse);
            sum += weight;
            expected += weight * logit;
        }

        // Never quite 0, so that one image that all are sure to be wrong on still counts.
        return ((expected / sum) - row[label], Math.Max(Math.Exp((row[label] - largest) * inverse) / sum, 1e-300));
    }
}
