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

        byte[] samples = header.Maximum > 255 ? ReadWide(ref cursor, header) : ReadNarrow(ref cursor, header);
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

    private static byte[] ReadNarrow(ref NetpbmCursor cursor, NetpbmHeader header)
    {
        var samples = new byte[(long)header.Width * header.Height * header.Bands];
        switch (header.Kind)
        {
            case 1: ReadBits(ref cursor, samples); break;
            case 4: ReadPackedBits(cursor.Rest, header.Width, samples); break;
            default:
                for (var i = 0; i < samples.Length; i++)
                    samples[i] = Scale(Sample(ref cursor, header, i), header.Maximum);
                break;
        }

        return samples;
    }

    /// <summary>Reads samples of more than 8 bits; when colours leave the upper bits empty, white is what the others hold.</summary>
    private static byte[] ReadWide(ref NetpbmCursor cursor, NetpbmHeader header)
    {
        var samples = new ushort[(long)header.Width * header.Height * header.Bands];
        var largest = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (ushort)Sample(ref cursor, header, i);
            if (!IsAlpha(i))
                largest = Math.Max(largest, samples[i]);
        }

        var white = Math.Min(header.Maximum, (1 << SampleDepth.Of(largest)) - 1);
        var scaled = new byte[samples.Length];
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = Scale(samples[i], IsAlpha(i) ? header.Maximum : white);
        return scaled;

        bool IsAlpha(int place) => header.Bands is 2 or 4 && place % header.Bands == header.Bands - 1;
    }

    private static int Sample(ref NetpbmCursor cursor, NetpbmHeader header, int place)
    {
        if (header.Kind is 2 or 3)
            return cursor.Number("sample", 0, header.Maximum);
        int sample = header.Maximum > 255 ? BinaryPrimitives.ReadUInt16BigEndian(cursor.Rest[(2 * place)..]) : cursor.Rest[place];
        return sample <= header.Maximum ? sample : throw cursor.Damaged($"a sample is {sample}, above its maxval of {header.Maximum}");
    }

    /// <summary>In bitmaps, 1 is black.</summary>
    private static byte Ink(int bit) => bit == 1 ? (byte)0 : (byte)255;

    private static byte Scale(int sample, int maximum) => (byte)(((sample * 255) + (maximum / 2)) / maximum);
}
