using MlNetDigits.Images.Libvips;
using SkiaSharp;

namespace MlNetDigits.Images.Bitmap;

/// <summary>Decodes BMP, which libvips does not read, with Skia.</summary>
internal static unsafe class BitmapDecoding
{
    /// <summary>Whether the file begins as a BMP does.</summary>
    public static bool IsBitmap(ReadOnlySpan<byte> encoded) => encoded.StartsWith("BM"u8);

    /// <summary>Decodes; the message of an error names the image and the mend.</summary>
    public static GrayImage Decode(ReadOnlySpan<byte> encoded, string name, long maximumPixels)
    {
        fixed (byte* file = encoded)
        {
            using var data = SKData.Create((nint)file, encoded.Length);
            using var codec = SKCodec.Create(data);
            if (codec is null)
                throw Damaged(name);

            var (width, height) = (codec.Info.Width, codec.Info.Height);
            ImageLimits.CheckSize(width, height, name, maximumPixels);
            var format = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
            var pixels = new byte[4L * width * height];
            fixed (byte* target = pixels)
            {
                if (codec.GetPixels(format, (nint)target) != SKCodecResult.Success)
                    throw Damaged(name);
            }

            return VipsDecoding.FromRgb(width, height, 4, pixels);
        }
    }

    private static InvalidDataException Damaged(string name) => new($"'{name}' is a damaged or cut-off image. Save it again.");
}
