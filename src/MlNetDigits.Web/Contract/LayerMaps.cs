namespace MlNetDigits.Web.Contract;

/// <summary>What one layer makes of the image.</summary>
/// <param name="Name">Name of the layer in the ONNX model.</param>
/// <param name="Channels">Number of maps.</param>
/// <param name="Height">Rows of a map.</param>
/// <param name="Width">Columns of a map.</param>
/// <param name="Maps">All maps one behind the other, in base64: a byte per value, 255 for the layer's largest.</param>
public sealed record LayerMaps(string Name, int Channels, int Height, int Width, byte[] Maps);
