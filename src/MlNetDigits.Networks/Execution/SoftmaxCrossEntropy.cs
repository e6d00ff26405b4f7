namespace MlNetDigits.Networks.Execution;

/// <summary>Softmax and cross-entropy with label smoothing, for a few classes, in double precision and one fixed order.</summary>
/// <remarks>Label smoothing: Szegedy et al., "Rethinking the Inception architecture", 2016.</remarks>
internal static unsafe class SoftmaxCrossEntropy
{
    /// <summary>Loss and hits of a micro-batch; its gradient by the logits when asked for.</summary>
    /// <param name="logits">[count, classes].</param>
    /// <param name="labels">Class of each image.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="smoothing">Share of the target that is spread over all classes.</param>
    /// <param name="scale">Factor of the gradient: 1 / images of the batch.</param>
    /// <param name="gradient">[count, classes], or null.</param>
    public static BatchMetrics Run(float* logits, ReadOnlySpan<int> labels, int classes, float smoothing, float scale, float* gradient)
    {
        double loss = 0;
        int correct = 0;
        double rest = smoothing / classes;
        Span<double> exponentials = stackalloc double[classes];
        for (int image = 0; image < labels.Length; image++, logits += classes)
        {
            int best = ArgMax(logits, classes), label = labels[image];
            double sum = Exponentials(logits, best, exponentials), logSum = Math.Log(sum) + logits[best], mean = 0;
            for (int c = 0; c < classes; c++)
            {
                mean += logits[c];
                if (gradient != null) gradient[(long)image * classes + c] = (float)((exponentials[c] / sum - (c == label ? 1 - smoothing + rest : rest)) * scale);
            }

            loss += logSum - (1 - smoothing) * logits[label] - rest * mean;
            if (best == label) correct++;
        }

        return new BatchMetrics(loss, correct, labels.Length);
    }

    /// <summary>Probabilities of one image: exp(logit) / Σ exp(logits).</summary>
    public static void Softmax(float* logits, Span<float> probabilities)
    {
        Span<double> exponentials = stackalloc double[probabilities.Length];
        double sum = Exponentials(logits, ArgMax(logits, probabilities.Length), exponentials);
        for (int c = 0; c < probabilities.Length; c++) probabilities[c] = (float)(exponentials[c] / sum);
    }

    /// <summary>Probabilities of one image among all classes but the last, and the probability that it is not of the last.</summary>
    /// <param name="logits">One more than there are probabilities.</param>
    /// <param name="probabilities">Receives exp(logit) / Σ exp(logits) without the last.</param>
    /// <returns>1 - the last class's probability among all.</returns>
    public static float SoftmaxOfOthers(float* logits, Span<float> probabilities)
    {
        int best = ArgMax(logits, probabilities.Length);
        Span<double> exponentials = stackalloc double[probabilities.Length];
        double sum = Exponentials(logits, best, exponentials);
        for (int c = 0; c < probabilities.Length; c++) probabilities[c] = (float)(exponentials[c] / sum);
        return (float)(sum / (sum + Math.Exp((double)logits[probabilities.Length] - logits[best])));
    }

    /// <summary>sums += share × softmax(logits / temperature), image by image.</summary>
    public static void AddProbabilities(float* logits, int count, int classes, float temperature, float share, float* sums)
    {
        Span<double> exponentials = stackalloc double[classes];
        for (int image = 0; image < count; image++, logits += classes, sums += classes)
        {
            double sum = Exponentials(logits, ArgMax(logits, classes), exponentials, temperature);
            for (int c = 0; c < classes; c++) sums[c] += (float)(exponentials[c] / sum * share);
        }
    }

    /// <summary>Scales the labels' gradient down and adds weight × temperature² × the gradient of the divergence from the teachers.</summary>
    /// <returns>weight × temperature² × Σ of cross-entropies with the teachers' probabilities.</returns>
    public static double Distill(float* logits, float* teachers, int count, int classes, float weight, float temperature, float scale, float* gradient)
    {
        Span<double> exponentials = stackalloc double[classes];
        double loss = 0, factor = (double)weight * temperature * scale;
        for (int image = 0; image < count; image++, logits += classes, teachers += classes, gradient += classes)
        {
            double sum = Exponentials(logits, ArgMax(logits, classes), exponentials, temperature);
            for (int c = 0; c < classes; c++)
            {
                double probability = exponentials[c] / sum;
                gradient[c] = (float)((1 - weight) * gradient[c] + factor * (probability - teachers[c]));
                loss -= teachers[c] * Math.Log(Math.Max(probability, 1e-30));
            }
        }

        return loss * weight * temperature * temperature;
    }

    private static double Exponentials(float* logits, int best, Span<double> exponentials, double temperature = 1)
    {
        double sum = 0;
        for (int c = 0; c < exponentials.Length; c++) sum += exponentials[c] = Math.Exp(((double)logits[c] - logits[best]) / temperature);
        return sum;
    }

    private static int ArgMax(float* values, int count)
    {
        int best = 0;
        for (int i = 1; i < count; i++)
            if (values[i] > values[best]) best = i;
        return best;
    }
}
