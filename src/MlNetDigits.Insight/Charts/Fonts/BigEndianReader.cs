using System.Buffers.Binary;

namespace MlNetDigits.Charts.Fonts;

/// <summary>Reads a font's numbers, which are big-endian, at any offset.</summary>
internal readonly record struct BigEndianReader(ReadOnlyMemory<byte> Bytes)
{
    public byte U8(int offset) => Bytes.Span[offset];

    public ushort U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Bytes.Span[offset..]);

    public short I16(int offset) => BinaryPrimitives.ReadInt16BigEndian(Bytes.Span[offset..]);

    public int I32(int offset) => BinaryPrimitives.ReadInt32BigEndian(Bytes.Span[offset..]);

    /// <summary>A signed number of 14 fraction bits, as transformations of glyphs use.</summary>
    public double Fixed14(int offset) => I16(offset) / 16384.0;

    public BigEndianReader From(int offset) => new(Bytes[offset..]);
}
