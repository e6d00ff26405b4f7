using MlNetDigits.Datasets;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Training;

/// <summary>Tells which form training images have, for the model to keep.</summary>
internal static class ImageSetForm
{
    private const int Looked = 1000;
    private const float GreatestPixel = 255;

    private static readonly Shape Digits = new(28, 28, 1);

    /// <summary>Names the form as facts of a model; none for images that no picture is brought into.</summary>
    /// <param name="images">Images with pixels of 0-1.</param>
    /// <param name="normalization">How they were made, where that is known.</param>
    /// <param name="refused">Class whose images are to be refused, and so of any form; null: there is none.</param>
    public static Dictionary<string, string> Facts(ImageSet images, ImageNormalization? normalization, int? refused)
    {
        if (images.Shape != Digits)
            return [];
        int[] telling = [.. Enumerable.Range(0, images.Count).Where(i => images.Label(i) != refused)];
        int count = Math.Min(telling.Length, Looked);
        var pixels = new byte[count * MnistView.PixelCount];
        var image = new float[MnistView.PixelCount];
        for (int i = 0; i < count; i++)
        {
            images.CopyTo(telling[(int)((long)i * telling.Length / count)], image);
            for (int pixel = 0; pixel < image.Length; pixel++)
                pixels[(i * image.Length) + pixel] = (byte)Math.Clamp(image[pixel] * GreatestPixel + 0.5f, 0, GreatestPixel);
        }

        return new(ImageForm.Recognize(pixels, normalization).ToFacts());
    }
}
