using Google.Protobuf;

namespace MlNetDigits.Networks.Onnx;

/// <summary>An ONNX model: a graph, the operator sets it uses and metadata.</summary>
public sealed class OnnxModel
{
    /// <summary>The domain of the classical machine-learning operators.</summary>
    public const string MachineLearningDomain = "ai.onnx.ml";

    private const long DefaultIrVersion = 8;
    private const long DefaultOperatorSet = 17;
    private const long DefaultMachineLearningOperatorSet = 3;

    // All but the graph, the operator sets and the metadata.
    private readonly ModelProto _frame;

    /// <summary>Makes a model of a graph for operator set 17, which ONNX Runtime 1.12 and newer load.</summary>
    public OnnxModel(OnnxGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);

        Graph = graph;
        _frame = new ModelProto { IrVersion = DefaultIrVersion };
        OperatorSets[""] = DefaultOperatorSet;
    }

    private OnnxModel(ModelProto proto)
    {
        foreach (OperatorSetIdProto set in proto.OpsetImport)
            OperatorSets[set.Domain == "ai.onnx" ? "" : set.Domain] = set.Version;
        foreach (StringStringEntryProto entry in proto.MetadataProps)
            Metadata[entry.Key] = entry.Value;
        Graph = new OnnxGraph(proto.Graph);
        _frame = proto;
        _frame.Graph = null;
        _frame.OpsetImport.Clear();
        _frame.MetadataProps.Clear();
    }

    /// <summary>The version of the file format.</summary>
    /// <value>8.</value>
    public long IrVersion => _frame.IrVersion;

    /// <summary>The program that made the model.</summary>
    public string ProducerName
    {
        get => _frame.ProducerName;
        init
        {
            if (value is not "")
                _frame.ProducerName = value;
        }
    }

    /// <summary>The version of the program that made the model.</summary>
    public string ProducerVersion
    {
        get => _frame.ProducerVersion;
        init
        {
            if (value is not "")
                _frame.ProducerVersion = value;
        }
    }

    /// <summary>Operator set versions by domain; the standard domain is empty text.</summary>
    /// <value>17 for the standard domain, and 3 for ai.onnx.ml once a node needs it.</value>
    public IDictionary<string, long> OperatorSets { get; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Free text by key, such as accuracy or the training data's hash.</summary>
    public IDictionary<string, string> Metadata { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The operators and weights.</summary>
    public OnnxGraph Graph { get; }

    internal bool HasUnknownFields => _frame.HasUnknownFields;

    /// <summary>Serializes the model; equal models give equal bytes.</summary>
    public byte[] ToBytes() => ToProto().ToByteArray();

    /// <summary>Writes the model to a file; on failure the old file stays whole.</summary>
    /// <exception cref="IOException">The folder is missing, full or not writable.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        ModelProto proto = ToProto();
        AtomicFile.Write(path, proto.WriteTo);
    }

    /// <summary>Reads a model from the bytes of an ONNX file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no ONNX model, cut short or damaged.</exception>
    public static OnnxModel Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Read(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"The {bytes.Length} bytes are no whole ONNX model: {e.Message}", e);
        }
    }

    /// <summary>Reads a model from an ONNX file.</summary>
    /// <exception cref="FileNotFoundException">The file is missing.</exception>
    /// <exception cref="InvalidDataException">The file is no ONNX model, cut short or damaged.</exception>
    public static OnnxModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"Cannot load '{path}'. {e.Message}", e);
        }
    }

    /// <summary>Chains two models so that the second reads what the first puts out.</summary>
    /// <param name="first">The model that runs first; its inputs stay inputs.</param>
    /// <param name="second">The model that runs second; its outputs become the outputs.</param>
    /// <param name="connections">Names of the second's inputs by the first's outputs that feed them.</param>
    /// <exception cref="ArgumentException">A connection names no such output or input, or the operator sets differ.</exception>
    public static OnnxModel Join(OnnxModel first, OnnxModel second, IReadOnlyDictionary<string, string> connections)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(connections);

        return OnnxJoin.Join(first, second, connections);
    }

    private static OnnxModel Read(ReadOnlySpan<byte> bytes)
    {
        ModelProto proto = ModelProto.Parser.ParseFrom(bytes);
        if (proto.Graph is null || proto.IrVersion <= 0 || proto.OpsetImport.Count == 0)
            throw new InvalidDataException($"The {bytes.Length} bytes are no ONNX model: {(proto.Graph is null ? "a graph" : proto.IrVersion <= 0 ? "the format's version" : "the operator sets")} is missing.");

        return new OnnxModel(proto);
    }

    private ModelProto ToProto()
    {
        if (!OperatorSets.ContainsKey(MachineLearningDomain) && Graph.Nodes.Any(node => node.Domain == MachineLearningDomain))
            OperatorSets[MachineLearningDomain] = DefaultMachineLearningOperatorSet;

        ModelProto proto = _frame.Clone();
        proto.Graph = Graph.Proto;
        proto.OpsetImport.AddRange(OperatorSets.Select(set => set.Key.Length > 0
            ? new OperatorSetIdProto { Domain = set.Key, Version = set.Value }
            : new OperatorSetIdProto { Version = set.Value }));
        proto.MetadataProps.AddRange(Metadata.Select(entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
        return proto;
    }
}
