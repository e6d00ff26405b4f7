using System.Numerics.Tensors;

namespace MlNetDigits.Evaluation.Calibration;

/// <summary>Makes confidences believable by one divisor of all logits; no class changes.</summary>
/// <param name="Temperature">Divisor of logits: above 1 lowers confidence, below 1 raises it.</param>
/// <remarks>Source: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017, section 4.2.</remarks>
public sealed record TemperatureScaling(double Temperature)
{
    /// <summary>The lowest and highest temperature that fitting tries.</summary>
    private const double Lowest = 0.05, Highest = 20;

    /// <summary>Stands for a probability that is zero in 32 bits.</summary>
    private const float SmallestProbability = 1e-38f;

    private const int Halvings = 60;

    /// <summary>Finds the temperature of the least log-loss on images that the model did not learn from.</summary>
    /// <param name="validation">Validation images, never the test images that are reported on.</param>
    /// <returns>A temperature from 0.05 to 20; an end of it where the log-loss has no minimum between.</returns>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static TemperatureScaling Fit(ScoredImages validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        if (validation.Count == 0) throw new ArgumentException("There is no image to fit a temperature to: give validation images.", nameof(validation));
        float[] logits = Logits(validation);

        // Log-loss is convex in the inverse temperature, so its slope changes sign once.
        double low = 1 / Highest, high = 1 / Lowest;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            if (Slope(validation, logits, middle) < 0) low = middle;
            else high = middle;
        }

        return new TemperatureScaling(2 / (low + high));
    }

    /// <summary>Gives the same images with scaled probabilities.</summary>
    /// <param name="images">Any scores of the same model.</param>
    /// <returns>Scores with the same likeliest classes.</returns>
    public ScoredImages Apply(ScoredImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        float[] scaled = Logits(images);
        for (int image = 0; image < images.Count; image++)
        {
            Span<float> row = scaled.AsSpan(image * images.Classes, images.Classes);
            TensorPrimitives.Multiply(row, (float)(1 / Temperature), row);
            TensorPrimitives.SoftMax(row, row);
        }

        return images.WithProbabilities(scaled);
    }

    /// <summary>Logarithms of probabilities: logits but for a constant in each row, which softmax undoes.</summary>
    private static float[] Logits(ScoredImages images)
    {
        var logits = new float[images.Probabilities.Length];
        TensorPrimitives.Max(images.Probabilities.Span, SmallestProbability, logits);
        TensorPrimitives.Log(logits, logits);
        return logits;
    }

    /// <summary>Derivative of the summed log-loss by the inverse temperature: expected minus true logit.</summary>
    private static double Slope(ScoredImages images, ReadOnlySpan<float> logits, double inverse)
    {
        double slope = 0;
        var weights = new double[images.Classes];
        for (int image = 0; image < images.Count; image++)
        {
            ReadOnlySpan<float> row = logits.Slice(image * images.Classes, images.Classes);
            double largest = TensorPrimitives.Max(row), sum = 0, expected = 0;
            for (int c = 0; c < row.Length; c++)
            {
                weights[c] = Math.Exp((row[c] - largest) * inverse);
                sum += weights[c];
                expected += weights[c] * row[c];
            }

            slope += (expected / sum) - row[images.Labels[image]];
        }

        return slope;
    }
}
