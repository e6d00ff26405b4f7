using Google.Protobuf;

namespace MlNetDigits.Networks.Onnx;

/// <summary>Reads the fields of one protobuf message and keeps those it does not know.</summary>
internal sealed class MessageReader(byte[] bytes)
{
    private readonly CodedInputStream _input = new(bytes);
    private MessageWriter? _unknown;
    private uint _tag;

    /// <summary>The fields given to <see cref="Keep"/>, in wire form and in order.</summary>
    public byte[] Unknown => _unknown?.ToArray() ?? [];

    public bool Next(out int field)
    {
        _tag = _input.ReadTag();
        field = WireFormat.GetTagFieldNumber(_tag);
        return _tag != 0;
    }

    public long Int64() => Expect(WireFormat.WireType.Varint, _input.ReadInt64);

    public float Float() => Expect(WireFormat.WireType.Fixed32, _input.ReadFloat);

    public string String() => Expect(WireFormat.WireType.LengthDelimited, _input.ReadString);

    public byte[] Bytes() => Expect(WireFormat.WireType.LengthDelimited, _input.ReadBytes).ToByteArray();

    /// <summary>Appends one number, or all of a packed field.</summary>
    public void Int64s(List<long> values) => Repeated(WireFormat.WireType.Varint, static input => input.ReadInt64(), values);

    /// <inheritdoc cref="Int64s"/>
    public void Floats(List<float> values) => Repeated(WireFormat.WireType.Fixed32, static input => input.ReadFloat(), values);

    /// <inheritdoc cref="Int64s"/>
    public void Doubles(List<double> values) => Repeated(WireFormat.WireType.Fixed64, static input => input.ReadDouble(), values);

    public void Keep()
    {
        _unknown ??= new MessageWriter();
        var field = WireFormat.GetTagFieldNumber(_tag);
        switch (WireFormat.GetTagWireType(_tag))
        {
            case WireFormat.WireType.Varint: _unknown.Int64(field, _input.ReadInt64()); break;
            case WireFormat.WireType.Fixed32: _unknown.Fixed32(field, _input.ReadFixed32()); break;
            case WireFormat.WireType.Fixed64: _unknown.Fixed64(field, _input.ReadFixed64()); break;
            case WireFormat.WireType.LengthDelimited: _unknown.Bytes(field, _input.ReadBytes().Span); break;
            default: throw Damaged($"field {field} has the unsupported wire type {WireFormat.GetTagWireType(_tag)}");
        }
    }

    private T Expect<T>(WireFormat.WireType expected, Func<T> read)
    {
        var found = WireFormat.GetTagWireType(_tag);
        if (found != expected)
            throw Damaged($"field {WireFormat.GetTagFieldNumber(_tag)} has wire type {found}, expected {expected}");

        return read();
    }

    private void Repeated<T>(WireFormat.WireType single, Func<CodedInputStream, T> read, List<T> values)
    {
        if (WireFormat.GetTagWireType(_tag) != WireFormat.WireType.LengthDelimited)
        {
            values.Add(Expect(single, () => read(_input)));
            return;
        }

        var packed = _input.ReadBytes().CreateCodedInput();
        while (!packed.IsAtEnd)
            values.Add(read(packed));
    }

    private static InvalidDataException Damaged(string what) => new($"The ONNX model is damaged: {what}.");
}
