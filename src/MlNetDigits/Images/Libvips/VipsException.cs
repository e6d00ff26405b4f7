namespace MlNetDigits.Images.Libvips;

/// <summary>An operation of libvips failed.</summary>
/// <param name="message">libvips's own words.</param>
internal sealed class VipsException(string message) : Exception(message);
