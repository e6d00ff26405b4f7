using System.Buffers.Binary;
using System.IO.Compression;
using MlNetDigits.Networks;

namespace MlNetDigits.Idx;

/// <summary>Writes arrays of unsigned bytes as IDX files.</summary>
public static class IdxWriter
{
    /// <summary>Writes a file, gzipped when its name ends in .gz.</summary>
    /// <param name="path">The file to make; an existing one is replaced once all is written.</param>
    /// <param name="array">What to write.</param>
    public static void Write(string path, IdxArray array)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);

        AtomicFile.Write(path, file =>
        {
            using var gzip = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.SmallestSize, leaveOpen: true) : null;
            Write(gzip ?? file, array);
        });
    }

    /// <summary>Writes header and bytes to a stream and leaves it open.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="array">What to write.</param>
    public static void Write(Stream stream, IdxArray array)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(array);

        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(word, 0x0800u + (uint)array.Dimensions.Count);
        stream.Write(word);
        foreach (var size in array.Dimensions)
        {
            BinaryPrimitives.WriteInt32BigEndian(word, size);
            stream.Write(word);
        }

        stream.Write(array.Data);
    }
}
