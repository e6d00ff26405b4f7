namespace MlNetDigits.Networks.Onnx;

/// <summary>One operator of a graph with the values it reads and writes.</summary>
public sealed class OnnxNode
{
    internal OnnxNode(string name, string opType, string domain, IEnumerable<string> inputs, IEnumerable<string> outputs, IEnumerable<OnnxAttribute> attributes)
        : this(new NodeProto { OpType = opType, Input = { inputs }, Output = { outputs }, Attribute = { attributes.Select(attribute => attribute.Proto) } }, name)
    {
        if (domain.Length > 0)
            Proto.Domain = domain;
    }

    internal OnnxNode(NodeProto proto)
    {
        Proto = proto;
        Attributes = [.. proto.Attribute.Select(attribute => new OnnxAttribute(attribute))];
    }

    private OnnxNode(NodeProto proto, string name)
        : this(proto)
    {
        if (name.Length > 0)
            proto.Name = name;
        else
            proto.ClearName();
    }

    /// <summary>The node's own name, for people and tools; may be empty.</summary>
    public string Name => Proto.Name;

    /// <summary>The operator, such as "Conv" or "Gemm".</summary>
    public string OpType => Proto.OpType;

    /// <summary>The operator's domain; empty for the standard operators.</summary>
    public string Domain => Proto.Domain;

    /// <summary>Names of the values read; empty text for an omitted one.</summary>
    public IReadOnlyList<string> Inputs => Proto.Input;

    /// <summary>Names of the values written; empty text for an omitted one.</summary>
    public IReadOnlyList<string> Outputs => Proto.Output;

    /// <summary>The constants that configure the operator.</summary>
    public IReadOnlyList<OnnxAttribute> Attributes { get; }

    /// <summary>Finds an attribute by name, or gives null.</summary>
    public OnnxAttribute? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name);

    internal NodeProto Proto { get; }

    internal OnnxNode Renamed(string name, Func<string, string> rename)
    {
        NodeProto proto = Proto.Clone();
        Rename(proto.Input, rename);
        Rename(proto.Output, rename);
        return new OnnxNode(proto, name);
    }

    private static void Rename(IList<string> names, Func<string, string> rename)
    {
        for (var i = 0; i < names.Count; i++)
            names[i] = rename(names[i]);
    }
}
