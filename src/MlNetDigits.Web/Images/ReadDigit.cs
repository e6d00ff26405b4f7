using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Images;

/// <summary>A digit from a request.</summary>
/// <param name="Image">What the network takes.</param>
/// <param name="Normalized">784 pixels when an image was sent, else null.</param>
internal readonly record struct ReadDigit(DigitImage Image, byte[]? Normalized);
