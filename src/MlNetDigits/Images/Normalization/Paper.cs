namespace MlNetDigits.Images.Normalization;

/// <summary>The paper behind dark ink, with its shades and shadows.</summary>
/// <remarks>A morphological closing: what is dark and narrow, the strokes, is filled; a wide shadow keeps its edge.</remarks>
internal static class Paper
{
    // Strokes are narrower than this share of the longer side, shadows wider.
    private const double WidestStroke = 0.3;

    /// <summary>Brightness of the paper at each pixel.</summary>
    public static byte[] Estimate(GrayImage image)
    {
        var reach = (int)(Math.Max(image.Width, image.Height) * WidestStroke / 2) + 1;
        // Smoothed first: the brightest of many noisy pixels is brighter than the paper.
        var pixels = Grain.Smooth(image).Pixels;
        Dilate(pixels, image.Width, image.Height, reach);
        Invert(pixels);
        Dilate(pixels, image.Width, image.Height, reach);
        Invert(pixels);
        return pixels;
    }

    /// <summary>Turns brightness around.</summary>
    public static void Invert(Span<byte> pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(255 - pixels[i]);
    }

    private static void Dilate(byte[] pixels, int width, int height, int reach)
    {
        var longest = Math.Max(width, height) + (2 * reach);
        var (forward, backward) = (new byte[longest], new byte[longest]);
        for (var y = 0; y < height; y++)
            DilateLine(pixels, y * width, 1, width, reach, forward, backward);
        for (var x = 0; x < width; x++)
            DilateLine(pixels, x, width, height, reach, forward, backward);
    }

    /// <summary>Maximum over a window, by maxima within blocks from both ends (van Herk, 1992): three steps a pixel.</summary>
    private static void DilateLine(byte[] pixels, int start, int stride, int count, int reach, byte[] forward, byte[] backward)
    {
        var window = (2 * reach) + 1;
        var padded = count + (2 * reach);
        for (var i = 0; i < padded; i++)
        {
            var at = i - reach;
            var value = (uint)at < (uint)count ? pixels[start + (at * stride)] : (byte)0;
            backward[i] = value;
            forward[i] = i % window == 0 ? value : Math.Max(forward[i - 1], value);
        }

        for (var i = padded - 2; i >= 0; i--)
        {
            if ((i + 1) % window != 0)
                backward[i] = Math.Max(backward[i], backward[i + 1]);
        }

        for (var i = 0; i < count; i++)
            pixels[start + (i * stride)] = Math.Max(backward[i], forward[i + window - 1]);
    }
}
