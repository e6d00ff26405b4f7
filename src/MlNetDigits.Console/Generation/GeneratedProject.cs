namespace MlNetDigits.Console.Generation;

/// <summary>What a generation wrote.</summary>
/// <param name="Folder">Folder of both apps.</param>
/// <param name="Name">Name of the apps, without <c>.Console</c> and <c>.Web</c>.</param>
/// <param name="Written">Files that are new, relative to the folder.</param>
/// <param name="Kept">Files that were there and stayed as they were.</param>
internal sealed record GeneratedProject(string Folder, string Name, IReadOnlyList<string> Written, IReadOnlyList<string> Kept);
