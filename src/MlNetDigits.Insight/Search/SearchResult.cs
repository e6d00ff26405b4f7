namespace MlNetDigits.Search;

/// <summary>What a search found.</summary>
/// <param name="Trials">All finished trials in order.</param>
/// <param name="Winner">The best trial of the highest rung, or null if none was finished.</param>
/// <param name="IsComplete">Whether every rung was finished.</param>
public sealed record SearchResult(IReadOnlyList<SearchTrial> Trials, SearchTrial? Winner, bool IsComplete);
