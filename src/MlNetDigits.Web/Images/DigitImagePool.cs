using Microsoft.Extensions.ObjectPool;
using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Images;

/// <summary>Lends images, whose 784 floats would else be made anew for each request.</summary>
internal sealed class DigitImagePool
{
    private readonly ObjectPool<DigitImage> _images = new DefaultObjectPoolProvider { MaximumRetained = 256 }.Create<DigitImage>();

    public DigitImage Rent() => _images.Get();

    public void Return(DigitImage image) => _images.Return(image);
}
