using System.Text;
using MlNetDigits.Images.Libvips;

namespace MlNetDigits.Tests.Images;

/// <summary>Encodes pixels with libvips, so that tests decode real files of every format.</summary>
internal static unsafe class Encoder
{
    public const int Byte = 0;
    public const int UShort = 2;
    private const int Multiband = 0, Gray = 1, Cmyk = 15, Rgb = 22, Rgb16 = 25, Gray16 = 26;

    /// <summary>Encodes interleaved pixels of 8 bits.</summary>
    public static byte[] Encode(string saver, int width, int height, int bands, byte[] pixels, bool cmyk = false) =>
        Encode(saver, width, height, bands, pixels, Byte, cmyk ? Cmyk : bands < 3 ? Gray : Rgb);

    /// <summary>Encodes interleaved pixels of 16 bits.</summary>
    public static byte[] Encode(string saver, int width, int height, int bands, ushort[] pixels) =>
        Encode(saver, width, height, bands, System.Runtime.InteropServices.MemoryMarshal.AsBytes(pixels.AsSpan()).ToArray(), UShort, bands < 3 ? Gray16 : Rgb16);

    private static byte[] Encode(string saver, int width, int height, int bands, byte[] pixels, int format, int interpretation)
    {
        VipsLibrary.EnsureStarted();
        fixed (byte* data = pixels)
        {
            using var plain = new VipsImage(VipsNative.NewImage(data, (nuint)pixels.Length, width, height, bands, format));
            using var copy = new VipsOperation("copy\0"u8);
            using var image = copy.Set("in\0"u8, plain).Set("interpretation\0"u8, VipsNative.InterpretationType(), interpretation).Run().Image("out\0"u8);
            using var save = new VipsOperation(Encoding.UTF8.GetBytes($"{saver}save_buffer\0"));
            return save.Set("in\0"u8, image).Run().Bytes("buffer\0"u8);
        }
    }
}
