namespace MlNetDigits.Benchmarks.Load;

/// <summary>What load to make.</summary>
/// <param name="Url">The address to send to.</param>
/// <param name="Body">The request's body.</param>
/// <param name="Type">The body's content type.</param>
/// <param name="Connections">Requests under way at once.</param>
/// <param name="Duration">How long to measure; a fifth as long before is not counted.</param>
/// <param name="Rate">Requests per second at fixed times, or null for as many as possible.</param>
internal sealed record LoadOptions(Uri Url, byte[] Body, string Type, int Connections, TimeSpan Duration, double? Rate);
