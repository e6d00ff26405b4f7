namespace MlNetDigits.Reading;

/// <summary>Another way to read a line.</summary>
/// <param name="Text">The digits.</param>
/// <param name="Probability">Its share among all ways that were found, 0-1.</param>
public readonly record struct LineAlternative(string Text, float Probability);
