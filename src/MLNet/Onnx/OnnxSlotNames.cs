using Google.Protobuf;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Finds the names of slots that nodes called "mlnet.(column).SlotNames" keep.</summary>
internal static class OnnxSlotNames
{
    private const string Prefix = "mlnet.";
    private const string Postfix = ".SlotNames";

    /// <summary>The names by column; the model is known to be valid.</summary>
    public static Dictionary<string, string[]> Read(byte[] model)
    {
        var names = new Dictionary<string, string[]>();
        foreach (var graph in Fields(ByteString.CopyFrom(model), 7))
            foreach (var node in Fields(graph, 1))
            {
                var name = Fields(node, 3).LastOrDefault()?.ToStringUtf8() ?? "";
                if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith(Postfix, StringComparison.Ordinal) || name.Length <= Prefix.Length + Postfix.Length)
                    continue;
                foreach (var attribute in Fields(node, 5))
                    if (Fields(attribute, 1).LastOrDefault()?.ToStringUtf8() == "keys_strings")
                        names[name[Prefix.Length..^Postfix.Length]] = [.. Fields(attribute, 9).Select(text => text.ToStringUtf8())];
            }
        return names;
    }

    /// <summary>The contents of a message's length-delimited fields of that number.</summary>
    private static IEnumerable<ByteString> Fields(ByteString message, int field)
    {
        var input = message.CreateCodedInput();
        while (input.ReadTag() is var tag and not 0)
            if (tag == WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited))
                yield return input.ReadBytes();
            else
                input.SkipLastField();
    }
}
