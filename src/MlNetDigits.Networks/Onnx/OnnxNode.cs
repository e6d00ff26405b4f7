namespace MlNetDigits.Networks.Onnx;

/// <summary>One operator of a graph with the values it reads and writes.</summary>
public sealed class OnnxNode
{
    private readonly byte[] _unknown;

    internal OnnxNode(
        string name,
        string opType,
        string domain,
        IReadOnlyList<string> inputs,
        IReadOnlyList<string> outputs,
        IReadOnlyList<OnnxAttribute> attributes,
        byte[]? unknown = null)
    {
        (Name, OpType, Domain, Inputs, Outputs, Attributes) = (name, opType, domain, inputs, outputs, attributes);
        _unknown = unknown ?? [];
    }

    /// <summary>The node's own name, for people and tools; may be empty.</summary>
    public string Name { get; }

    /// <summary>The operator, such as "Conv" or "Gemm".</summary>
    public string OpType { get; }

    /// <summary>The operator's domain; empty for the standard operators.</summary>
    public string Domain { get; }

    /// <summary>Names of the values read; empty text for an omitted one.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Names of the values written; empty text for an omitted one.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The constants that configure the operator.</summary>
    public IReadOnlyList<OnnxAttribute> Attributes { get; }

    /// <summary>Finds an attribute by name, or gives null.</summary>
    public OnnxAttribute? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name);

    internal OnnxNode Renamed(string name, Func<string, string> rename) =>
        new(name, OpType, Domain, [.. Inputs.Select(rename)], [.. Outputs.Select(rename)], Attributes, _unknown);

    internal static OnnxNode Read(byte[] bytes)
    {
        var reader = new MessageReader(bytes);
        string name = "", opType = "", domain = "";
        List<string> inputs = [], outputs = [];
        List<OnnxAttribute> attributes = [];
        while (reader.Next(out var field))
            switch (field)
            {
                case 1: inputs.Add(reader.String()); break;
                case 2: outputs.Add(reader.String()); break;
                case 3: name = reader.String(); break;
                case 4: opType = reader.String(); break;
                case 5: attributes.Add(OnnxAttribute.Read(reader.Bytes())); break;
                case 7: domain = reader.String(); break;
                default: reader.Keep(); break;
            }

        return new OnnxNode(name, opType, domain, inputs, outputs, attributes, reader.Unknown);
    }

    internal void Write(MessageWriter writer)
    {
        foreach (var input in Inputs)
            writer.String(1, input);
        foreach (var output in Outputs)
            writer.String(2, output);
        writer.OptionalString(3, Name);
        writer.String(4, OpType);
        foreach (var attribute in Attributes)
            writer.Message(5, attribute.Write);
        writer.OptionalString(7, Domain);
        writer.Raw(_unknown);
    }
}
