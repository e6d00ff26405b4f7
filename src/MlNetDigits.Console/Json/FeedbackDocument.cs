using MlNetDigits.Feedback;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>feedback --json</c> writes.</summary>
internal sealed record FeedbackDocument(string File, int Count, int[] Digits, int Wrong)
{
    public static FeedbackDocument From(string file, IReadOnlyList<FeedbackEntry> entries) => new(
        file, entries.Count, [.. Enumerable.Range(0, 10).Select(digit => entries.Count(entry => entry.Label == digit))], entries.Count(entry => entry.Predicted != entry.Label));
}
