namespace MlNetDigits.Evaluation.Lines;

/// <summary>A picture of digits to read, opened when it is read.</summary>
/// <param name="Name">The picture's name.</param>
/// <param name="Open">Decodes or draws it.</param>
public sealed record LineExample(string Name, Func<LinePicture> Open);
