namespace MlNetDigits.Datasets;

/// <summary>What was found in a folder.</summary>
/// <param name="Files">Paths of images, and of files that hold many.</param>
/// <param name="LeftOut">A sentence that counts and names the other files; null for none.</param>
public sealed record ImageFileList(IReadOnlyList<string> Files, string? LeftOut);
