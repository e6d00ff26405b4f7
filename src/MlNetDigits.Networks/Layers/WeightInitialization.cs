using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Layers;

/// <summary>Random initial weights whose variance keeps signals at one size through the layers.</summary>
internal static class WeightInitialization
{
    /// <summary>Uniform within ±√(6 / inputs): He et al., "Delving deep into rectifiers", 2015.</summary>
    public static void HeUniform(Span<float> weights, int inputs, ref RandomStream random) => Fill(weights, Math.Sqrt(6.0 / inputs), ref random);

    /// <summary>Uniform within ±√(6 / (inputs + outputs)): Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.</summary>
    public static void GlorotUniform(Span<float> weights, int inputs, int outputs, ref RandomStream random) =>
        Fill(weights, Math.Sqrt(6.0 / (inputs + outputs)), ref random);

    private static void Fill(Span<float> weights, double limit, ref RandomStream random)
    {
        foreach (ref float weight in weights) weight = (float)limit * (2 * random.NextSingle() - 1);
    }
}
