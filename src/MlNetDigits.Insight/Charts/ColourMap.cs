using MlNetDigits.Images;

namespace MlNetDigits.Charts;

/// <summary>Turns numbers into pixels: greys, diverging colours, heat over an image.</summary>
public static class ColourMap
{
    /// <summary>Spreads values from the least, black, to the greatest, white.</summary>
    /// <param name="values">Rows from the top; what is no number becomes black.</param>
    /// <param name="width">Values per row.</param>
    /// <param name="height">Rows.</param>
    public static GrayImage Gray(ReadOnlySpan<float> values, int width, int height)
    {
        (float least, float greatest) = Range(values);
        float scale = greatest > least ? 255 / (greatest - least) : 0;
        var pixels = new byte[values.Length];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = float.IsFinite(values[i]) ? (byte)MathF.Round((values[i] - least) * scale) : (byte)0;
        return new GrayImage(width, height, pixels);
    }

    /// <summary>Colours negative values blue, positive ones red, and 0 white.</summary>
    /// <param name="values">Rows from the top; what is no number becomes white.</param>
    /// <param name="width">Values per row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="limit">Value of full colour; null takes the greatest magnitude.</param>
    public static RgbImage Diverging(ReadOnlySpan<float> values, int width, int height, float? limit = null)
    {
        (float least, float greatest) = Range(values);
        float full = limit ?? Math.Max(Math.Abs(least), Math.Abs(greatest));
        var pixels = new byte[3 * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            float strength = full > 0 && float.IsFinite(values[i]) ? Math.Clamp(values[i] / full, -1, 1) : 0;
            (byte R, byte G, byte B) end = strength < 0 ? ((byte)33, (byte)102, (byte)172) : ((byte)178, (byte)24, (byte)43);
            Put(pixels, i, Mix((247, 247, 247), end, Math.Abs(strength)));
        }

        return new RgbImage(width, height, pixels);
    }

    /// <summary>Lays heat over an image: the stronger, the more it glows from dark red to yellow.</summary>
    /// <param name="image">The image below.</param>
    /// <param name="heat">Rows of any size from the top, spread over the image bilinearly; values below 0 are cold.</param>
    /// <param name="width">Values per row of the heat.</param>
    /// <param name="height">Rows of the heat.</param>
    /// <exception cref="ArgumentException">The heat does not hold width times height values.</exception>
    public static RgbImage Overlay(GrayImage image, ReadOnlySpan<float> heat, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(image);
        if ((long)width * height != heat.Length || heat.IsEmpty)
            throw new ArgumentException($"Heat of {width}x{height} has {(long)width * height} values, but {heat.Length} were given.", nameof(heat));
        float greatest = Math.Max(0, Range(heat).Greatest);
        var pixels = new byte[3 * image.Pixels.Length];
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            float across = (i % image.Width + 0.5f) * width / image.Width - 0.5f, down = (i / image.Width + 0.5f) * height / image.Height - 0.5f;
            float strength = greatest > 0 ? Math.Clamp(Bilinear(heat, width, height, across, down) / greatest, 0, 1) : 0;
            byte shade = image.Pixels[i];
            (byte R, byte G, byte B) glow = strength < 0.5f ? Mix((110, 0, 30), (240, 80, 20), 2 * strength) : Mix((240, 80, 20), (255, 240, 90), 2 * strength - 1);
            Put(pixels, i, Mix((shade, shade, shade), glow, 0.75f * MathF.Sqrt(strength)));
        }

        return new RgbImage(image.Width, image.Height, pixels);
    }

    private static (float Least, float Greatest) Range(ReadOnlySpan<float> values)
    {
        (float least, float greatest) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (float value in values)
        {
            if (!float.IsFinite(value)) continue;
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return least <= greatest ? (least, greatest) : (0, 0);
    }

    private static float Bilinear(ReadOnlySpan<float> values, int width, int height, float across, float down)
    {
        across = Math.Clamp(across, 0, width - 1);
        down = Math.Clamp(down, 0, height - 1);
        int left = Math.Min((int)across, Math.Max(0, width - 2)), top = Math.Min((int)down, Math.Max(0, height - 2));
        int right = Math.Min(left + 1, width - 1), bottom = Math.Min(top + 1, height - 1);
        float x = across - left, y = down - top;
        float upper = values[top * width + left] * (1 - x) + values[top * width + right] * x;
        float lower = values[bottom * width + left] * (1 - x) + values[bottom * width + right] * x;
        return upper * (1 - y) + lower * y;
    }

    private static (byte R, byte G, byte B) Mix((byte R, byte G, byte B) from, (byte R, byte G, byte B) to, float share) =>
        (Mix(from.R, to.R, share), Mix(from.G, to.G, share), Mix(from.B, to.B, share));

    private static byte Mix(byte from, byte to, float share) => (byte)MathF.Round(from + (to - from) * share);

    private static void Put(byte[] pixels, int index, (byte R, byte G, byte B) colour) =>
        (pixels[3 * index], pixels[3 * index + 1], pixels[3 * index + 2]) = colour;
}
