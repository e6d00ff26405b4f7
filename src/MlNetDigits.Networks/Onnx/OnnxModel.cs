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

    private byte[] _unknown = [];

    /// <summary>Makes a model of a graph for operator set 17, which ONNX Runtime 1.12 and newer load.</summary>
    public OnnxModel(OnnxGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);

        Graph = graph;
        OperatorSets[""] = DefaultOperatorSet;
    }

    /// <summary>The version of the file format.</summary>
    /// <value>8.</value>
    public long IrVersion { get; private init; } = DefaultIrVersion;

    /// <summary>The program that made the model.</summary>
    public string ProducerName { get; init; } = "";

    /// <summary>The version of the program that made the model.</summary>
    public string ProducerVersion { get; init; } = "";

    /// <summary>Operator set versions by domain; the standard domain is empty text.</summary>
    /// <value>17 for the standard domain, and 3 for ai.onnx.ml once a node needs it.</value>
    public IDictionary<string, long> OperatorSets { get; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Free text by key, such as accuracy or the training data's hash.</summary>
    public IDictionary<string, string> Metadata { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The operators and weights.</summary>
    public OnnxGraph Graph { get; }

    internal bool HasUnknown => _unknown.Length > 0;

    /// <summary>Serializes the model; equal models give equal bytes.</summary>
    public byte[] ToBytes()
    {
        if (!OperatorSets.ContainsKey(MachineLearningDomain) && Graph.Nodes.Any(node => node.Domain == MachineLearningDomain))
            OperatorSets[MachineLearningDomain] = DefaultMachineLearningOperatorSet;

        var writer = new MessageWriter();
        writer.Int64(1, IrVersion);
        writer.OptionalString(2, ProducerName);
        writer.OptionalString(3, ProducerVersion);
        writer.Message(7, Graph.Write);
        foreach (var (domain, version) in OperatorSets)
            writer.Message(8, set =>
            {
                set.OptionalString(1, domain);
                set.Int64(2, version);
            });
        foreach (var (key, value) in Metadata)
            writer.Message(14, entry =>
            {
                entry.String(1, key);
                entry.String(2, value);
            });
        writer.Raw(_unknown);
        return writer.ToArray();
    }

    /// <summary>Writes the model to a file; on failure the old file stays whole.</summary>
    /// <exception cref="IOException">The folder is missing, full or not writable.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        byte[] bytes = ToBytes();
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>Reads a model from the bytes of an ONNX file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no ONNX model, cut short or damaged.</exception>
    public static OnnxModel Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Read(bytes.ToArray());
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

    private static OnnxModel Read(byte[] bytes)
    {
        var reader = new MessageReader(bytes);
        OnnxGraph? graph = null;
        var irVersion = 0L;
        string producerName = "", producerVersion = "";
        List<(string Domain, long Version)> operatorSets = [];
        List<(string Key, string Value)> metadata = [];
        while (reader.Next(out var field))
            switch (field)
            {
                case 1: irVersion = reader.Int64(); break;
                case 2: producerName = reader.String(); break;
                case 3: producerVersion = reader.String(); break;
                case 7: graph = OnnxGraph.Read(reader.Bytes()); break;
                case 8: operatorSets.Add(ReadOperatorSet(reader.Bytes())); break;
                case 14: metadata.Add(ReadEntry(reader.Bytes())); break;
                default: reader.Keep(); break;
            }

        if (graph is null || irVersion <= 0 || operatorSets.Count == 0)
            throw new InvalidDataException($"The {bytes.Length} bytes are no ONNX model: {(graph is null ? "a graph" : irVersion <= 0 ? "the format's version" : "the operator sets")} is missing.");

        var model = new OnnxModel(graph) { IrVersion = irVersion, ProducerName = producerName, ProducerVersion = producerVersion, _unknown = reader.Unknown };
        model.OperatorSets.Clear();
        foreach (var (domain, version) in operatorSets)
            model.OperatorSets[domain == "ai.onnx" ? "" : domain] = version;
        foreach (var (key, value) in metadata)
            model.Metadata[key] = value;
        return model;
    }

    private static (string Domain, long Version) ReadOperatorSet(byte[] bytes)
    {
        var reader = new MessageReader(bytes);
        var domain = "";
        var version = 0L;
        while (reader.Next(out var field))
            switch (field)
            {
                case 1: domain = reader.String(); break;
                case 2: version = reader.Int64(); break;
                default: reader.Keep(); break;
            }

        return (domain, version);
    }

    private static (string Key, string Value) ReadEntry(byte[] bytes)
    {
        var reader = new MessageReader(bytes);
        string key = "", value = "";
        while (reader.Next(out var field))
            switch (field)
            {
                case 1: key = reader.String(); break;
                case 2: value = reader.String(); break;
                default: reader.Keep(); break;
            }

        return (key, value);
    }
}
