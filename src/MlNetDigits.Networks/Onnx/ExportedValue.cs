namespace MlNetDigits.Networks.Onnx;

/// <summary>A layer's output in an ONNX graph.</summary>
/// <param name="Name">Name of the value.</param>
/// <param name="IsFlat">Whether it is [N, size], pixel by pixel as in the engine, and not [N, channels, height, width].</param>
internal readonly record struct ExportedValue(string Name, bool IsFlat);
