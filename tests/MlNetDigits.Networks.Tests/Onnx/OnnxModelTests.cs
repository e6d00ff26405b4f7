using Google.Protobuf;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Tests.Onnx;

public class OnnxModelTests
{
    [Fact]
    public void Parse_OfToBytes_GivesTheSameBytes()
    {
        var bytes = Models.Everything().ToBytes();

        var again = OnnxModel.Parse(bytes).ToBytes();

        Assert.Equal(bytes, again);
    }

    [Fact]
    public void ToBytes_OfEqualModels_AreEqual() =>
        Assert.Equal(Models.Everything().ToBytes(), Models.Everything().ToBytes());

    [Fact]
    public void Parse_AnyAttribute_KeepsItsValue()
    {
        var node = OnnxModel.Parse(Models.Everything().ToBytes()).Graph.Nodes[0];

        Assert.Equal(["X", "", "floats"], node.Inputs);
        Assert.Equal([0L], node.Attribute("i")!.IntValues);
        Assert.Equal([1L, -2, 3], node.Attribute("is")!.IntValues);
        Assert.Equal([0f], node.Attribute("f")!.FloatValues);
        Assert.Equal([1f, 2.5f], node.Attribute("fs")!.FloatValues);
        Assert.Equal([""], node.Attribute("s")!.StringValues);
        Assert.Equal(["a", "b"], node.Attribute("ss")!.StringValues);
        Assert.Equal([7f], node.Attribute("t")!.TensorValue!.ToFloats());
    }

    [Fact]
    public void Parse_AnyTensor_KeepsItsElements()
    {
        var tensors = OnnxModel.Parse(Models.Everything().ToBytes()).Graph.Initializers;

        Assert.Equal([1.5f, float.NaN], tensors[0].ToFloats());
        Assert.Equal([2L, 1], tensors[0].Dimensions);
        Assert.Equal([long.MinValue, -1], tensors[1].ToInt64s());
        Assert.Equal(["zwölf", ""], tensors[2].Strings);
    }

    [Fact]
    public void Parse_InputShape_TellsNumbersFromSymbols()
    {
        var input = OnnxModel.Parse(Models.Everything().ToBytes()).Graph.Inputs[0];

        Assert.Equal("X: Float[N, 3]", input.ToString());
        Assert.Equal(["N", 3], input.Dimensions!);
    }

    [Fact]
    public void Parse_UnknownField_IsKept()
    {
        var bytes = Models.Scale(2).ToBytes();
        byte[] docString = [0x32, 0x02, (byte)'h', (byte)'i'];

        var again = OnnxModel.Parse([.. bytes, .. docString]).ToBytes();

        Assert.Equal([.. bytes, .. docString], again);
    }

    [Fact]
    public void Parse_TextThatIsNoUtf8_IsKept()
    {
        var bytes = Models.Everything().ToBytes();
        bytes[bytes.AsSpan().IndexOf("zwölf"u8) + 2] = 0xFF;

        var again = OnnxModel.Parse(bytes).ToBytes();

        Assert.Equal(bytes, again);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(11)]
    public void Parse_NumbersOutsideRawData_AreRead(int field)
    {
        var (type, numbers) = field switch
        {
            5 => (OnnxElementType.UInt8, new MessageStream().Packed(5, 7)),
            10 => (OnnxElementType.Double, new MessageStream().Message(10, BitConverter.GetBytes(7.0))),
            _ => (OnnxElementType.UInt64, new MessageStream().Field(11, 7)),
        };
        var graph = new MessageStream().Message(5, [.. new MessageStream().Packed(1, 1).Field(2, (int)type).ToArray(), .. numbers.ToArray()]).ToArray();
        var model = new MessageStream().Field(1, 8).Message(7, graph).Message(8, [0x10, 17]).ToArray();

        var data = OnnxModel.Parse(model).Graph.Initializers[0].Data;

        Assert.Equal(type switch { OnnxElementType.UInt8 => [7], OnnxElementType.Double => BitConverter.GetBytes(7.0), _ => BitConverter.GetBytes(7L) }, data.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 0x3B })]
    [InlineData(new byte[] { 0xFB, 0x01 })]
    public void Parse_GroupsInManyGroups_ThrowsInvalidData(byte[] startOfGroup)
    {
        var bytes = Enumerable.Repeat(startOfGroup, 100_000).SelectMany(start => start).ToArray();

        var error = Assert.Throws<InvalidDataException>(() => OnnxModel.Parse([.. Models.Scale(2).ToBytes(), .. bytes]));

        Assert.Contains("are no whole ONNX model", error.Message);
    }

    [Fact]
    public void Parse_LengthBeyondTheEnd_ThrowsInvalidData()
    {
        byte[] graphOfTwoGigabytes = [0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07];

        var error = Assert.Throws<InvalidDataException>(() => OnnxModel.Parse(graphOfTwoGigabytes));

        Assert.Contains("The 6 bytes are no whole ONNX model", error.Message);
    }

    [Fact]
    public void Parse_FloatsOutsideRawData_AreRead()
    {
        var tensor = new MessageStream().Packed(1, 2).Field(2, 1).Floats(4, 3f, 4f).Text(8, "w").ToArray();
        var graph = new MessageStream().Message(5, tensor).ToArray();
        var model = new MessageStream().Field(1, 8).Message(7, graph).Message(8, [0x10, 17]).ToArray();

        var read = OnnxModel.Parse(model).Graph.Initializers[0];

        Assert.Equal([3f, 4f], read.ToFloats());
    }

    [Fact]
    public void Parse_CutAnywhere_ThrowsInvalidDataOrLosesNothingNamed()
    {
        var bytes = Models.Everything().ToBytes();

        var survivors = Enumerable.Range(0, bytes.Length).Where(length => Parses(bytes.AsSpan(0, length)));

        // Metadata and operator sets follow the graph, so a cut between two of them leaves a valid model.
        Assert.InRange(survivors.Count(), 0, 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Parse_RandomBytesOfSeed_ThrowsInvalidData(int seed)
    {
        var bytes = new byte[1000];
        new Random(seed).NextBytes(bytes);

        Assert.Throws<InvalidDataException>(() => OnnxModel.Parse(bytes));
    }

    [Fact]
    public void Parse_OneByteAltered_NeverThrowsAnythingElse()
    {
        var bytes = Models.Everything().ToBytes();

        for (var i = 0; i < bytes.Length; i++)
            foreach (var altered in new byte[] { 0, 255, (byte)(bytes[i] + 1) })
                Parses([.. bytes[..i], altered, .. bytes[(i + 1)..]]);
    }

    [Fact]
    public void Parse_TensorShorterThanItsShape_NamesIt()
    {
        var bytes = Models.Scale(2).ToBytes();
        var raw = bytes.AsSpan().LastIndexOf("weight"u8) - 2 - 2;
        Assert.Equal([0x10, 0x01], bytes[raw..(raw + 2)]);

        bytes[raw - 1] = 9;

        var error = Assert.Throws<InvalidDataException>(() => OnnxModel.Parse(bytes));
        Assert.Contains("'weight' of shape [9] takes 36 bytes or strings, found 4", error.Message);
    }

    private static bool Parses(ReadOnlySpan<byte> bytes)
    {
        try
        {
            OnnxModel.Parse(bytes);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Writes protobuf as other programs do, packed fields included.</summary>
    private sealed class MessageStream
    {
        private readonly MemoryStream _bytes = new();

        public MessageStream Field(int field, int value) => Write(output =>
        {
            output.WriteTag(field, WireFormat.WireType.Varint);
            output.WriteInt64(value);
        });

        public MessageStream Packed(int field, byte value) => Message(field, [value]);

        public MessageStream Text(int field, string value) => Message(field, System.Text.Encoding.UTF8.GetBytes(value));

        public MessageStream Floats(int field, params float[] values) => Message(field, [.. values.SelectMany(BitConverter.GetBytes)]);

        public MessageStream Message(int field, byte[] value) => Write(output =>
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(value));
        });

        public byte[] ToArray() => _bytes.ToArray();

        private MessageStream Write(Action<CodedOutputStream> write)
        {
            using var output = new CodedOutputStream(_bytes, leaveOpen: true);
            write(output);
            return this;
        }
    }
}
