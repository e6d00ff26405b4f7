using System.Buffers.Binary;
using System.IO.Compression;

namespace MlNetDigits.Web.Tests.Fuzz;

/// <summary>Pictures that are small to send and large to unpack.</summary>
internal static class HostilePng
{
    // Behind the signature and the header.
    private const int AfterHeader = 33;

    /// <summary>Adds a comment of zeros to a PNG.</summary>
    /// <param name="png">The picture.</param>
    /// <param name="length">The comment's length when it is unpacked.</param>
    public static byte[] WithCompressedText(byte[] png, int length)
    {
        using var text = new MemoryStream();
        text.Write("Comment\0\0"u8);
        using (var packing = new ZLibStream(text, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var left = length; left > 0; left -= zeros.Length)
                packing.Write(zeros.AsSpan(0, Math.Min(left, zeros.Length)));
        }

        return [.. png[..AfterHeader], .. Chunk("zTXt"u8, text.ToArray()), .. png[AfterHeader..]];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
