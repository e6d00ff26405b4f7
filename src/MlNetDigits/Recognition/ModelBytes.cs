using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Scoring;

namespace MlNetDigits.Recognition;

/// <summary>A model's file, read but not loaded.</summary>
/// <param name="FileBytes">The file as it is.</param>
/// <param name="Graph">Its ONNX graph in the form of this library's; null for a zip.</param>
/// <param name="GraphBytes">The same, serialized; empty for a zip.</param>
/// <param name="Facts">What training left in it.</param>
internal sealed record ModelBytes(byte[] FileBytes, OnnxModel? Graph, byte[] GraphBytes, IReadOnlyDictionary<string, string> Facts)
{
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static ModelBytes Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK"u8))
            return new ModelBytes(bytes, null, [], ZippedGraphs.Facts(bytes));
        OnnxModel model = OnnxModel.Parse(bytes);
        return new ModelBytes(bytes, model, bytes, new Dictionary<string, string>(model.Metadata));
    }

    /// <summary>Brings the graph into the form of this library's.</summary>
    /// <exception cref="InvalidDataException">It cannot be mapped so, or takes other images.</exception>
    public ModelBytes Map(ModelMapping? mapping)
    {
        if (Graph is { } graph)
            return MappedGraph.Map(graph, mapping) is var mapped && mapped == graph ? this : this with { Graph = mapped, GraphBytes = mapped.ToBytes(), Facts = new Dictionary<string, string>(mapped.Metadata) };
        if (mapping is not null)
            throw new InvalidDataException("it is a zip of ML.NET, whose columns have names of their own, and only ONNX files are mapped; name the ONNX file");
        // ML.NET would only say that columns do not fit.
        if (ZippedGraphs.Read(new MemoryStream(FileBytes)).Select(model => model.Graph).FirstOrDefault(graph => graph.Inputs is [{ Name: MappedGraph.Pixels }]) is { } first)
            _ = MappedInput.Find(first, MappedGraph.Pixels);
        return this;
    }
}
