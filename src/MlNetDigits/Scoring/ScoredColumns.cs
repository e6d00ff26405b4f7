using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Scoring;

/// <summary>Names of the columns that scoring reads and adds, which are those of the graph's values.</summary>
/// <param name="Input">Pixels.</param>
/// <param name="Score">Probabilities.</param>
/// <param name="Label">The class that is answered, or null for a graph that gives none.</param>
/// <param name="DigitScore">Probability that the image is of any class at all, or null for a graph that gives none.</param>
internal sealed record ScoredColumns(string Input, string Score, string? Label, string? DigitScore)
{
    /// <summary>The columns that a step adds, in the order of the graph's outputs.</summary>
    public string[] Added => [.. new[] { Score, Label, DigitScore }.OfType<string>()];

    /// <summary>The same without a digit score for a graph that gives none.</summary>
    public ScoredColumns Of(OnnxGraph graph) => DigitScore is { } name && graph.Outputs.Any(output => MappedGraph.IsDigitScore(output, name)) ? this : this with { DigitScore = null };
}
