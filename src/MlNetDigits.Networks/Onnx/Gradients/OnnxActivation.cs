namespace MlNetDigits.Networks.Onnx.Gradients;

/// <summary>A value of a graph in one run.</summary>
/// <param name="Dimensions">Sizes, outermost first.</param>
/// <param name="Values">All elements, the last dimension innermost.</param>
public sealed record OnnxActivation(IReadOnlyList<int> Dimensions, float[] Values);
