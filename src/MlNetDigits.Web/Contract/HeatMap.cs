namespace MlNetDigits.Web.Contract;

/// <summary>How much each place speaks for a class.</summary>
/// <param name="Label">Name of the class.</param>
/// <param name="Digit">The digit, 0-9, where the class is one.</param>
/// <param name="Height">Rows; the map covers the whole image.</param>
/// <param name="Width">Columns.</param>
/// <param name="Values">Rows from the top, in base64: a byte per value, 255 for the largest.</param>
/// <param name="Layer">The layer that it was taken from, if any.</param>
public sealed record HeatMap(string Label, int? Digit, int Height, int Width, byte[] Values, string? Layer = null);
