using MlNetDigits.Datasets;
using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Images;

/// <summary>A digit from a request.</summary>
/// <param name="Image">What the network takes.</param>
/// <param name="Form">The form that a sent image was brought into; null for numbers.</param>
/// <param name="Frames">Frames or pages of a sent image, of which this is the first.</param>
/// <param name="Pool">Where the image goes back to, if it is rented.</param>
internal readonly record struct RequestDigit(DigitImage Image, ImageForm? Form = null, int Frames = 1, DigitImagePool? Pool = null) : IDisposable
{
    public void Dispose() => Pool?.Return(Image);
}
