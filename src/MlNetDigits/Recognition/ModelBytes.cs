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
    /// <exception cref="InvalidDataException">The bytes are damaged, or the graph cannot be mapped.</exception>
    public static ModelBytes Read(byte[] bytes, ModelMapping? mapping)
    {
        if (bytes.AsSpan().StartsWith("PK"u8))
            return ReadZip(bytes, mapping);
        OnnxModel model = OnnxModel.Parse(bytes), mapped = MappedGraph.Map(model, mapping);
        return new ModelBytes(bytes, mapped, mapped == model ? bytes : mapped.ToBytes(), new Dictionary<string, string>(mapped.Metadata));
    }

    private static ModelBytes ReadZip(byte[] bytes, ModelMapping? mapping)
    {
        if (mapping is not null)
            throw new InvalidDataException("it is a zip of ML.NET, whose columns have names of their own, and only ONNX files are mapped; name the ONNX file");
        // ML.NET would only say that columns do not fit.
        if (ZippedGraphs.Read(new MemoryStream(bytes)).Select(model => model.Graph).FirstOrDefault(graph => graph.Inputs is [{ Name: MappedGraph.Pixels }]) is { } first)
            _ = MappedInput.Find(first, MappedGraph.Pixels);
        return new ModelBytes(bytes, null, [], ZippedGraphs.Facts(bytes));
    }
}
