namespace MlNetDigits.Reading.Lines;

/// <summary>One way to read a line.</summary>
/// <param name="Text">The digits.</param>
/// <param name="Log">Logarithm of its likelihood.</param>
/// <param name="Frames">The frame in which each digit is clearest.</param>
/// <param name="Places">The middle of each digit on the page.</param>
/// <param name="Shares">Which ink is which digit's.</param>
internal sealed record LineHypothesis(string Text, double Log, int[] Frames, double[] Places, InkShares Shares);
