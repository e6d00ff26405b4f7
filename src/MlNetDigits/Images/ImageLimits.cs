namespace MlNetDigits.Images;

/// <summary>What holds for images of all formats before their pixels are decoded.</summary>
internal static class ImageLimits
{
    /// <summary>Refuses an image of more pixels than allowed.</summary>
    /// <exception cref="InvalidDataException">Width times height is above the limit.</exception>
    public static void CheckSize(int width, int height, string name, long maximumPixels)
    {
        var pixels = (long)width * height;
        if (pixels > maximumPixels)
            throw new InvalidDataException($"'{name}' has {width}x{height} = {pixels} pixels, the limit is {maximumPixels}. Make the image smaller.");
    }
}
