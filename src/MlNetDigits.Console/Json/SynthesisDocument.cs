namespace MlNetDigits.Console.Json;

/// <summary>What <c>synthesize --json</c> writes.</summary>
internal sealed record SynthesisDocument(string Folder, string Kind, string Format, int Seed, int Count, IReadOnlyDictionary<string, int> Classes);
