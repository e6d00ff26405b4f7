using MlNetDigits.Mapping;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Explanation;

/// <summary>What a model is made of: its input, its probabilities, and the networks that give them.</summary>
internal sealed class ModelAnatomy
{
    private const string ScoreName = "Score";

    private ModelAnatomy(OnnxModel model)
    {
        OnnxGraph graph = model.Graph;
        OnnxValueInfo[] inputs = [.. graph.RequiredInputs];
        Input = inputs is [{ ElementType: OnnxElementType.Float, Dimensions: { Count: >= 2 } dimensions } only] && dimensions.Skip(1).Aggregate(1L, (product, size) => product * (size.Size ?? 0)) == MnistView.PixelCount
            ? only
            : throw new InvalidDataException($"it takes {(inputs.Length == 0 ? "nothing" : string.Join(", ", inputs.AsEnumerable()))}, but one input of 28×28 float pixels is needed.");
        Score = (graph.Outputs.FirstOrDefault(output => output.Name == ScoreName)
            ?? throw new InvalidDataException($"it has no output '{ScoreName}', only {string.Join(", ", graph.Outputs.Select(output => output.Name))}.")).Name;
        DigitScore = graph.Outputs.FirstOrDefault(output => MappedGraph.IsDigitScore(output, MappedGraph.DigitScore))?.Name;
        Members = [.. FindLogits(graph).Select(logits => MemberAnatomy.Of(graph, logits))];
        ClassNames = graph.SlotNamesOf(ScoreName);
    }

    public OnnxValueInfo Input { get; }

    /// <summary>Name of the probabilities, [N, classes].</summary>
    public string Score { get; }

    /// <summary>Name of the probability of any class at all, [N, 1]; null for a model that does not tell.</summary>
    public string? DigitScore { get; }

    /// <summary>The networks whose probabilities are averaged; one for a model that is no ensemble.</summary>
    public IReadOnlyList<MemberAnatomy> Members { get; }

    /// <summary>Names of the classes, or null when the model tells none.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <exception cref="InvalidDataException">The model takes no digits, or is not built of convolutions and softmax.</exception>
    public static ModelAnatomy Of(OnnxModel model) => new(model);

    private string[] FindLogits(OnnxGraph graph)
    {
        OnnxNode? last = Producer(graph, Score);
        OnnxNode?[] ends = last?.OpType == "Mean" ? [.. last.Inputs.Select(input => Producer(graph, input))] : [last];
        return [.. ends.Select(end => end?.OpType == "Softmax"
            ? AllLogits(graph, end.Inputs[0])
            : throw new InvalidDataException($"its '{ScoreName}' comes from {end?.OpType ?? "its input"}, not from softmax or from the mean of several, so there are no logits to explain. Export it with softmax inside."))];
    }

    /// <summary>The logits of all classes, where those of the first are cut out of them, since one more is for rejection.</summary>
    private static string AllLogits(OnnxGraph graph, string logits) =>
        Producer(graph, logits) is { OpType: "Slice" } slice && graph.Constants().Any(tensor => tensor.Name == slice.Inputs[1] && tensor.ToInt64s() is [0]) ? slice.Inputs[0] : logits;

    private static OnnxNode? Producer(OnnxGraph graph, string value)
    {
        OnnxNode? node = graph.Nodes.FirstOrDefault(candidate => candidate.Outputs.Contains(value));
        return node?.OpType == "Identity" ? Producer(graph, node.Inputs[0]) : node;
    }
}
