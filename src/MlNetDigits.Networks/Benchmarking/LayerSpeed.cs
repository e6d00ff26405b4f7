namespace MlNetDigits.Networks.Benchmarking;

/// <summary>Speed of one pass of one layer on one thread.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Kind">Kind and details of the layer, such as <c>Conv2D 32 × 3×3</c>.</param>
/// <param name="Pass">Forward, weight gradient, input gradient, backward or inference.</param>
/// <param name="MicrosecondsPerImage">Time for one image in a micro-batch, the best of many runs.</param>
/// <param name="FlopsPerImage">Multiplications and additions of a convolution or dense layer for one image, else null.</param>
public sealed record LayerSpeed(string Layer, string Kind, string Pass, double MicrosecondsPerImage, double? FlopsPerImage)
{
    /// <summary>Giga floating-point operations per second, or null for layers that only pass over memory.</summary>
    /// <value>May exceed the peak in inference, which saves multiplications.</value>
    public double? GigaFlops => FlopsPerImage / MicrosecondsPerImage / 1e3;
}
