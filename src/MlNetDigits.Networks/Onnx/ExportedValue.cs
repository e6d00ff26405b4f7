namespace MlNetDigits.Networks.Onnx;

/// <summary>A layer's output in an ONNX graph.</summary>
/// <param name="Name">Name of the value.</param>
/// <param name="IsFlat">Whether it is [N, size] and not [N, channels, height, width].</param>
/// <param name="FlattenedFrom">The shape that a flat value had: it lies channel by channel in ONNX, but pixel by pixel in the engine.</param>
internal readonly record struct ExportedValue(string Name, bool IsFlat, Shape? FlattenedFrom);
