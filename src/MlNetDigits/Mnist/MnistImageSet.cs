using System.Runtime.InteropServices;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Mnist;

/// <summary>Gives digits to the network engine without a pipeline.</summary>
public static class MnistImageSet
{
    /// <summary>Makes an image set of a view's digits, pixels from 0 to 1; the pixels are not copied.</summary>
    /// <param name="view">The digits.</param>
    /// <returns>28×28×1 images in the view's order.</returns>
    public static ImageSet ToImageSet(this MnistView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        byte[] pixels = MemoryMarshal.TryGetArray(view.Pixels, out ArraySegment<byte> segment) && segment.Array!.Length == segment.Count ? segment.Array : view.Pixels.ToArray();
        return ImageSet.FromBytes(new Shape(28, 28, 1), pixels, [.. view.Labels.ToArray().Select(label => (int)label)]);
    }
}
