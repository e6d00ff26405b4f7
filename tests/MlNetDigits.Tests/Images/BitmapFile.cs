using System.Buffers.Binary;

namespace MlNetDigits.Tests.Images;

/// <summary>Writes BMP files of all kinds.</summary>
internal static class BitmapFile
{
    private const int Start = 14, InfoHeader = 40, V5Header = 124;

    /// <summary>Writes a file around pixels that are encoded already.</summary>
    /// <param name="bits">Bits per pixel.</param>
    /// <param name="height">Negative for rows from the top.</param>
    /// <param name="body">Encoded rows.</param>
    /// <param name="compression">0 none, 1 RLE8, 2 RLE4, 3 masks.</param>
    /// <param name="masks">Masks of red, green, blue and alpha; with them the header is of version 5.</param>
    public static byte[] Write(int bits, int width, int height, byte[] body, int compression = 0, uint[]? masks = null)
    {
        byte[] palette = bits > 8 ? [] : [.. Enumerable.Range(0, 1 << bits).SelectMany(i => Shade(i * 255 / ((1 << bits) - 1)))];
        int header = masks is null ? InfoHeader : V5Header, offset = Start + header + palette.Length;
        var file = new byte[offset + body.Length];
        "BM"u8.CopyTo(file);
        foreach ((int at, int value) in (IEnumerable<(int, int)>)[(2, file.Length), (10, offset), (14, header), (18, width), (22, height), (26, 1 | (bits << 16)), (30, compression), (34, body.Length)])
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        for (int i = 0; i < masks?.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Start + InfoHeader + (4 * i)), masks[i]);
        palette.CopyTo(file, Start + header);
        body.CopyTo(file, offset);
        return file;
    }

    private static byte[] Shade(int value) => [(byte)value, (byte)value, (byte)value, 0];
}
