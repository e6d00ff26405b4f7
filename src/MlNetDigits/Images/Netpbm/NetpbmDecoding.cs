using System.Buffers.Binary;
using MlNetDigits.Images.Libvips;

namespace MlNetDigits.Images.Netpbm;

/// <summary>Decodes PBM, PGM, PPM and PAM, as text or raw, with 1 to 16 bits per sample.</summary>
/// <remarks>Format: the Netpbm project's pages pbm, pgm, ppm and pam.</remarks>
internal static class NetpbmDecoding
{
    /// <summary>Whether the file begins as one of the formats does.</summary>
    public static bool IsNetpbm(ReadOnlySpan<byte> encoded) =>
        encoded is [(byte)'P', >= (byte)'1' and <= (byte)'7', var next, ..] && (next == '#' || NetpbmCursor.IsSpace(next));

    /// <summary>Decodes the first image; the message of an error names it and the mend.</summary>
    public static GrayImage Decode(ReadOnlySpan<byte> encoded, string name, long maximumPixels)
    {
        var cursor = new NetpbmCursor(encoded, name);
        var header = NetpbmHeader.Read(ref cursor, encoded[1] - '0', name);
        var (width, height, bands) = (header.Width, header.Height, header.Bands);
        ImageLimits.CheckSize(width, height, name, maximumPixels);
        if (cursor.Rest.Length < LeastBytes(header))
            throw cursor.Damaged($"its {width}x{height} pixels need at least {LeastBytes(header)} bytes, but {cursor.Rest.Length} follow the header");

        var samples = new byte[(long)width * height * bands];
        switch (header.Kind)
        {
            case 1: ReadBits(ref cursor, samples); break;
            case 2 or 3: ReadText(ref cursor, header.Maximum, samples); break;
            case 4: ReadPackedBits(cursor.Rest, width, samples); break;
            default: ReadRaw(cursor, header.Maximum, samples); break;
        }

        return bands < 3 ? new GrayImage(width, height, AlphaBlend.Flatten(samples, bands)) : VipsDecoding.FromRgb(width, height, bands, samples);
    }

    /// <summary>What the samples take at least, known before memory is taken for them.</summary>
    private static long LeastBytes(NetpbmHeader header)
    {
        var samples = (long)header.Width * header.Height * header.Bands;
        return header.Kind switch
        {
            1 => samples,
            2 or 3 => (2 * samples) - 1,
            4 => (header.Width + 7L) / 8 * header.Height,
            _ => header.Maximum > 255 ? 2 * samples : samples,
        };
    }

    private static void ReadBits(ref NetpbmCursor cursor, byte[] samples)
    {
        for (var i = 0; i < samples.Length; i++)
            samples[i] = Ink(cursor.Bit());
    }

    private static void ReadPackedBits(ReadOnlySpan<byte> raw, int width, byte[] samples)
    {
        var stride = (width + 7) / 8;
        for (var i = 0; i < samples.Length; i++)
        {
            var (row, column) = Math.DivRem(i, width);
            samples[i] = Ink(raw[(row * stride) + (column / 8)] >> (7 - (column % 8)) & 1);
        }
    }

    private static void ReadText(ref NetpbmCursor cursor, int maximum, byte[] samples)
    {
        for (var i = 0; i < samples.Length; i++)
            samples[i] = Scale(cursor.Number("sample", 0, maximum), maximum);
    }

    private static void ReadRaw(NetpbmCursor cursor, int maximum, byte[] samples)
    {
        var raw = cursor.Rest;
        for (var i = 0; i < samples.Length; i++)
        {
            int sample = maximum > 255 ? BinaryPrimitives.ReadUInt16BigEndian(raw[(2 * i)..]) : raw[i];
            if (sample > maximum)
                throw cursor.Damaged($"a sample is {sample}, above its maxval of {maximum}");
            samples[i] = Scale(sample, maximum);
        }
    }

    /// <summary>In bitmaps, 1 is black.</summary>
    private static byte Ink(int bit) => bit == 1 ? (byte)0 : (byte)255;

    private static byte Scale(int sample, int maximum) => (byte)(((sample * 255) + (maximum / 2)) / maximum);
}
