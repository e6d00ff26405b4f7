using System.Text;
using Google.Protobuf;

namespace MlNetDigits.Networks.Onnx;

/// <summary>Writes the fields of one protobuf message.</summary>
internal sealed class MessageWriter
{
    private readonly MemoryStream _bytes = new();
    private readonly CodedOutputStream _output;

    public MessageWriter() => _output = new CodedOutputStream(_bytes, leaveOpen: true);

    public void Int64(int field, long value)
    {
        _output.WriteTag(field, WireFormat.WireType.Varint);
        _output.WriteInt64(value);
    }

    public void Fixed32(int field, uint value)
    {
        _output.WriteTag(field, WireFormat.WireType.Fixed32);
        _output.WriteFixed32(value);
    }

    public void Fixed64(int field, ulong value)
    {
        _output.WriteTag(field, WireFormat.WireType.Fixed64);
        _output.WriteFixed64(value);
    }

    public void Float(int field, float value) => Fixed32(field, BitConverter.SingleToUInt32Bits(value));

    public void String(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Writes text unless it is empty, which is what absent text reads as.</summary>
    public void OptionalString(int field, string value)
    {
        if (value.Length > 0)
            String(field, value);
    }

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        _output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _output.WriteLength(value.Length);
        Raw(value);
    }

    public void Message(int field, Action<MessageWriter> write)
    {
        var inner = new MessageWriter();
        write(inner);
        inner._output.Flush();
        Bytes(field, inner._bytes.GetBuffer().AsSpan(0, (int)inner._bytes.Length));
    }

    /// <summary>Appends fields that already are in wire form.</summary>
    public void Raw(ReadOnlySpan<byte> fields)
    {
        _output.Flush();
        _bytes.Write(fields);
    }

    public byte[] ToArray()
    {
        _output.Flush();
        return _bytes.ToArray();
    }
}
