namespace MlNetDigits.Images;

/// <summary>Turns a photo the way its camera was held.</summary>
internal static class ExifOrientation
{
    /// <summary>Applies one of EXIF's orientations, 1 (upright) to 8.</summary>
    public static GrayImage Apply(GrayImage image, int orientation)
    {
        if (orientation is < 2 or > 8)
            return image;

        var swapped = orientation >= 5;
        var (width, height) = swapped ? (image.Height, image.Width) : (image.Width, image.Height);
        var turned = new byte[image.Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (column, row) = orientation switch
                {
                    2 => (width - 1 - x, y),
                    3 => (width - 1 - x, height - 1 - y),
                    4 => (x, height - 1 - y),
                    5 => (y, x),
                    6 => (y, width - 1 - x),
                    7 => (height - 1 - y, width - 1 - x),
                    _ => (height - 1 - y, x),
                };
                turned[(y * width) + x] = image.Pixels[(row * image.Width) + column];
            }
        }

        return new GrayImage(width, height, turned);
    }
}
