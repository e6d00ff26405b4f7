namespace MlNetDigits.Datasets;

/// <summary>Images as read from one source, before classes have an order.</summary>
/// <param name="Path">Where they come from.</param>
/// <param name="Pixels">784 bytes for each image.</param>
/// <param name="Labels">Label of each image, or null where the source has none.</param>
/// <param name="Notes">What was decided while reading, in whole sentences.</param>
internal sealed record RawImages(string Path, byte[] Pixels, string[]? Labels, params string[] Notes);
