using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>lr-find --json</c> writes.</summary>
internal sealed record LearningRateDocument(string Architecture, int BatchSize, int Seed, double Suggestion, IReadOnlyList<LearningRatePoint> Points, string Folder);
