using System.Globalization;

namespace MlNetDigits.Explanation;

/// <summary>A convolution, or the sum of a residual block, whose feature maps can be seen.</summary>
/// <param name="Name">Name of its node in the ONNX model, such as <c>conv2d_1</c>.</param>
/// <param name="Steps">The node and those behind it up to its activation, such as <c>conv2d_1</c>, <c>batchnorm_1</c>, <c>relu_1</c>.</param>
/// <param name="Channels">Number of feature maps.</param>
/// <param name="Height">Rows of a map.</param>
/// <param name="Width">Columns of a map.</param>
public sealed record ExplainedLayer(string Name, IReadOnlyList<string> Steps, int Channels, int Height, int Width)
{
    /// <summary>The steps and the shape, such as <c>conv2d_1 › relu_1 · 32 maps of 26×26</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{string.Join(" › ", Steps)} · {Channels} {(Channels == 1 ? "map" : "maps")} of {Height}×{Width}");
}
