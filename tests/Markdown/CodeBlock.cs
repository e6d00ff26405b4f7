namespace MlNetDigits.Documentation;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">What the fence says, such as <c>csharp</c>; empty for commands and output.</param>
/// <param name="Text">The lines, without indentation that all of them have.</param>
/// <param name="Line">Number of the fence's line, from 1.</param>
/// <param name="From">The file that the block is an excerpt of, as the comment above it says; null for none.</param>
internal sealed record CodeBlock(string Language, string Text, int Line, string? From);
