using MlNetDigits.Evaluation.Comparison;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>compare --json</c> writes.</summary>
internal sealed record ComparisonDocument(string FirstModel, string SecondModel, ModelComparison Comparison, IReadOnlyList<string> Meaning);
