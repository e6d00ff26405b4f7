namespace MlNetDigits.Networks.Onnx;

/// <summary>What one network's logits come to in an ONNX graph.</summary>
/// <param name="Logits">Name of the logits that the score is made of.</param>
/// <param name="Score">Name of the probabilities.</param>
/// <param name="DigitScore">Name of the probability that the image is of any of the classes; null where no class is for rejection.</param>
internal readonly record struct ExportedScores(string Logits, string Score, string? DigitScore)
{
    /// <summary>Adds the nodes behind the logits.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="logits">Name of all logits: [N, classes].</param>
    /// <param name="prefix">What names of inner values start with.</param>
    /// <param name="score">Name of the probabilities.</param>
    /// <param name="rejection">Number of classes without the last, and name of the digit score; null where no class is for rejection.</param>
    public static ExportedScores Add(OnnxGraph graph, string logits, string prefix, string score, (int Classes, string DigitScore)? rejection)
    {
        if (rejection is not var (classes, digitScore))
            return new ExportedScores(logits, Softmax(graph, logits, score), null);

        string accepted = Columns(graph, logits, 0, classes, $"{prefix}classes"), all = Softmax(graph, logits, $"{prefix}probabilities");
        string one = graph.AddInitializer($"{prefix}one", [1], [1f]);
        graph.AddNode("Sub", [one, Columns(graph, all, classes, classes + 1, $"{prefix}rejected")], digitScore);
        return new ExportedScores(accepted, Softmax(graph, accepted, score), digitScore);
    }

    private static string Softmax(OnnxGraph graph, string logits, string name) => graph.AddNode("Softmax", [logits], name, OnnxAttribute.Int("axis", 1));

    private static string Columns(OnnxGraph graph, string value, long from, long to, string name) => graph.AddNode(
        "Slice",
        [value, graph.AddInitializer($"{name}.from", [1], [from]), graph.AddInitializer($"{name}.to", [1], [to]), graph.AddInitializer($"{name}.axis", [1], [1L])],
        name);
}
