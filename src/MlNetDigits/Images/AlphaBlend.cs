namespace MlNetDigits.Images;

/// <summary>Lays a transparent picture on the background that its ink stands out from.</summary>
internal static class AlphaBlend
{
    /// <summary>Keeps the grey channel, blended by alpha if there is one.</summary>
    /// <param name="pixels">Interleaved channels: grey, then alpha, then whatever follows.</param>
    /// <param name="bands">Number of channels.</param>
    public static byte[] Flatten(byte[] pixels, int bands)
    {
        if (bands == 1)
            return pixels;

        // Transparency around dark strokes was meant as paper, around light ones as a blackboard.
        long weighted = 0, total = 0;
        for (var i = 0; i < pixels.Length; i += bands)
        {
            weighted += pixels[i] * pixels[i + 1];
            total += pixels[i + 1];
        }

        var background = weighted >= total * 128 ? 0 : 255;
        var flat = new byte[pixels.Length / bands];
        for (int i = 0, at = 0; i < flat.Length; i++, at += bands)
        {
            int alpha = pixels[at + 1];
            flat[i] = (byte)(((pixels[at] * alpha) + (background * (255 - alpha)) + 127) / 255);
        }

        return flat;
    }
}
