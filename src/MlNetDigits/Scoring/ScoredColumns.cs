namespace MlNetDigits.Scoring;

/// <summary>Names of the columns that scoring reads and adds, which are those of the graph's values.</summary>
/// <param name="Input">Pixels.</param>
/// <param name="Score">Probabilities.</param>
/// <param name="Label">The class that is answered, or null for a graph that gives none.</param>
internal sealed record ScoredColumns(string Input, string Score, string? Label);
