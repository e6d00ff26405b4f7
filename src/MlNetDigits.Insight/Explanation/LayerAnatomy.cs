namespace MlNetDigits.Explanation;

/// <summary>A convolution or residual sum in a graph, and the value behind its activation.</summary>
internal sealed record LayerAnatomy(string Name, string Value, IReadOnlyList<string> Steps);
