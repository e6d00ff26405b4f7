using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MlNetDigits.Charts.Fonts;

/// <summary>The tables of a font in the Web Open Font Format 1.0 (W3C, 2012).</summary>
internal sealed class WoffFile
{
    private const int HeaderLength = 44, EntryLength = 20;

    private readonly Dictionary<string, byte[]> _tables = [];

    public WoffFile(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file.StartsWith("wOFF"u8)) throw new InvalidDataException("The font is no WOFF file. Build the library again.");
        int count = BinaryPrimitives.ReadUInt16BigEndian(file[12..]);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = file.Slice(HeaderLength + i * EntryLength, EntryLength);
            int offset = BinaryPrimitives.ReadInt32BigEndian(entry[4..]), packed = BinaryPrimitives.ReadInt32BigEndian(entry[8..]), length = BinaryPrimitives.ReadInt32BigEndian(entry[12..]);
            _tables[Encoding.ASCII.GetString(entry[..4])] = packed == length ? file.Slice(offset, length).ToArray() : Inflate(file.Slice(offset, packed), length);
        }
    }

    public BigEndianReader this[string table] => new(_tables[table]);

    private static byte[] Inflate(ReadOnlySpan<byte> packed, int length)
    {
        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var table = new byte[length];
        stream.ReadExactly(table);
        return table;
    }
}
