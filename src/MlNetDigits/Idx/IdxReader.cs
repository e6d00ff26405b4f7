using System.Buffers.Binary;
using System.IO.Compression;

namespace MlNetDigits.Idx;

/// <summary>Reads IDX files of unsigned bytes strictly, raw or gzipped.</summary>
/// <remarks>The format is the one that MNIST is distributed in: a magic number, big-endian sizes, then the bytes.</remarks>
public static class IdxReader
{
    private const int LargestSide = 65_535;
    private const int Chunk = 1 << 20;

    /// <summary>Reads images: an array of count, rows and columns.</summary>
    /// <param name="path">An IDX3 file, raw or gzipped; its name does not matter.</param>
    /// <exception cref="InvalidDataException">The file is damaged; the message tells where and how.</exception>
    public static IdxArray ReadImages(string path) => ReadFile(path, 3);

    /// <summary>Reads labels: an array of one dimension.</summary>
    /// <param name="path">An IDX1 file, raw or gzipped; its name does not matter.</param>
    /// <exception cref="InvalidDataException">The file is damaged; the message tells where and how.</exception>
    public static IdxArray ReadLabels(string path) => ReadFile(path, 1);

    /// <summary>Reads an uncompressed IDX stream to its very end.</summary>
    /// <param name="stream">A stream that stands at the magic number.</param>
    /// <param name="rank">Number of dimensions that the file must have.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <exception cref="InvalidDataException">The stream is damaged; the message tells where and how.</exception>
    public static IdxArray Read(Stream stream, int rank, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, 255);

        var dimensions = ReadHeader(stream, rank, name);
        var length = CheckedLength(dimensions, name);
        var header = 4 + (4 * rank);
        if (stream.CanSeek)
            CheckFileLength(stream.Length, header, length, name);

        var data = ReadData(stream, length, header, name);
        Span<byte> next = stackalloc byte[1];
        if (ReadUpTo(stream, next, (long)header + length, name) > 0)
            throw Error(name, (long)header + length, "the end of the file", "trailing bytes");
        return new IdxArray(data, dimensions);
    }

    /// <summary>Opens a file, unpacking it when it begins like gzip.</summary>
    internal static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        try
        {
            var gzip = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
            file.Position = 0;
            return gzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static IdxArray ReadFile(string path, int rank)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = Open(path);
        return Read(stream, rank, path);
    }

    private static int[] ReadHeader(Stream stream, int rank, string name)
    {
        Span<byte> word = stackalloc byte[4];
        var magic = ReadWord(stream, word, 0, name);
        var expected = 0x0800u + (uint)rank;
        if (magic != expected)
            throw Error(name, 0, $"magic 0x{expected:x8} (unsigned bytes, {rank} {(rank == 1 ? "dimension" : "dimensions")})", $"0x{magic:x8}");

        var dimensions = new int[rank];
        for (var i = 0; i < rank; i++)
        {
            var offset = 4 + (4 * i);
            var size = ReadWord(stream, word, offset, name);
            if (i == 0 ? size > Array.MaxLength : size is 0 or > LargestSide)
                throw Error(name, offset, i == 0 ? $"a count of at most {Array.MaxLength}" : $"a side of 1 to {LargestSide}", $"{size}");
            dimensions[i] = (int)size;
        }

        return dimensions;
    }

    private static uint ReadWord(Stream stream, Span<byte> word, int offset, string name)
    {
        var read = ReadUpTo(stream, word, offset, name);
        if (read < word.Length)
            throw Error(name, offset + read, "4 bytes of header", "the end of the file");
        return BinaryPrimitives.ReadUInt32BigEndian(word);
    }

    private static int CheckedLength(int[] dimensions, string name)
    {
        var length = 1L;
        foreach (var size in dimensions)
        {
            // A side fits 16 bits and a length 31, so the product cannot overflow.
            length *= size;
            if (length > Array.MaxLength)
                throw Error(name, 4, $"at most {Array.MaxLength} bytes of data", string.Join('x', dimensions));
        }

        return (int)length;
    }

    private static void CheckFileLength(long actual, int header, int length, string name)
    {
        var expected = (long)header + length;
        if (actual < expected)
            throw Error(name, actual, $"{expected} bytes in all", "the end of the file");
        if (actual > expected)
            throw Error(name, expected, "the end of the file", $"{actual - expected} trailing bytes");
    }

    /// <summary>Grows the array with what really arrives, so a lying header costs no memory.</summary>
    private static byte[] ReadData(Stream stream, int length, int header, string name)
    {
        var data = new byte[stream.CanSeek ? length : Math.Min(length, Chunk)];
        var filled = 0;
        while (true)
        {
            var read = ReadUpTo(stream, data.AsSpan(filled), header + filled, name);
            filled += read;
            if (filled < data.Length)
                throw Error(name, (long)header + filled, $"{(long)header + length} bytes in all", "the end of the file");
            if (filled == length)
                return data;
            Array.Resize(ref data, (int)Math.Min(length, 2L * data.Length));
        }
    }

    private static int ReadUpTo(Stream stream, Span<byte> buffer, long offset, string name)
    {
        try
        {
            return stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception)
        {
            throw Error(name, offset, "intact gzip data", $"damage after this offset of the unpacked data ({exception.Message})", exception);
        }
    }

    private static InvalidDataException Error(string name, long offset, string expected, string found, Exception? inner = null) =>
        new($"'{name}' is not a sound IDX file: at offset {offset} expected {expected}, found {found}. Get the file again.", inner);
}
