using System.Text;
using Google.Protobuf;

namespace MlNetDigits.Web.Tests.Telemetry;

/// <summary>A message of protocol buffers, read by the numbers of its fields.</summary>
internal sealed class ProtobufMessage(byte[] bytes)
{
    /// <summary>The messages at a path of field numbers.</summary>
    public IEnumerable<ProtobufMessage> At(params int[] path) =>
        path.Aggregate<int, IEnumerable<ProtobufMessage>>([this], (messages, number) => messages.SelectMany(message => message.Fields(number)).Select(field => new ProtobufMessage(field)));

    /// <summary>The text at a path of field numbers, or an empty one.</summary>
    public string Text(params int[] path) => Encoding.UTF8.GetString(Bytes(path));

    /// <summary>The bytes at a path of field numbers in hexadecimal, or an empty text.</summary>
    public string Hex(params int[] path) => Convert.ToHexStringLower(Bytes(path));

    private byte[] Bytes(int[] path) => At(path[..^1]).SelectMany(message => message.Fields(path[^1])).FirstOrDefault() ?? [];

    private List<byte[]> Fields(int number)
    {
        var fields = new List<byte[]>();
        var input = new CodedInputStream(bytes);
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == number && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
                fields.Add(input.ReadBytes().ToByteArray());
            else
                input.SkipLastField();
        }

        return fields;
    }
}
