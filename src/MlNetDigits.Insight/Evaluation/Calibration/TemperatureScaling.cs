using System.Numerics.Tensors;
using MlNetDigits.Networks.Calibration;

namespace MlNetDigits.Evaluation.Calibration;

/// <summary>Makes confidences believable by one divisor of all logits; no class changes.</summary>
/// <param name="Temperature">Divisor of logits: above 1 lowers confidence, below 1 raises it.</param>
/// <remarks>Source: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017, section 4.2.</remarks>
public sealed record TemperatureScaling(double Temperature)
{
    /// <summary>Stands for a probability that is zero in 32 bits.</summary>
    private const float SmallestProbability = 1e-38f;

    /// <summary>Finds the temperature of the least log-loss on images that the model did not learn from.</summary>
    /// <param name="validation">Validation images, never the test images that are reported on.</param>
    /// <returns>A temperature from 0.05 to 20; an end of it where the log-loss has no minimum between.</returns>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static TemperatureScaling Fit(ScoredImages validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        return new TemperatureScaling(SoftmaxTemperature.Fit([Logits(validation)], [.. validation.Labels], validation.Classes));
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
}
