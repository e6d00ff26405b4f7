namespace MlNetDigits.Networks.Benchmarking;

/// <summary>Speed of one pass of one layer on one thread.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Pass">Forward, weight gradient or input gradient.</param>
/// <param name="FlopsPerImage">Multiplications and additions for one image.</param>
/// <param name="GigaFlops">Giga floating-point operations per second, the best of three measurements.</param>
public sealed record LayerSpeed(string Layer, string Pass, double FlopsPerImage, double GigaFlops);
