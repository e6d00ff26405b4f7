namespace MlNetDigits.Notebooks.Walks;

/// <summary>A part of a walk.</summary>
/// <param name="IsCode">Whether it is code; else text in Markdown.</param>
/// <param name="Source">Its lines.</param>
internal sealed record Cell(bool IsCode, string Source);
