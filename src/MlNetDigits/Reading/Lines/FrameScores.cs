using MlNetDigits.Networks;

namespace MlNetDigits.Reading.Lines;

/// <summary>What a network says of each frame of a line: which digit is there, or none.</summary>
/// <param name="Logs">Logarithms of the probabilities, [frames, 11]; the last class is none.</param>
/// <param name="Left">Middle of the first frame on the page.</param>
/// <param name="Step">Pixels of the page between frames.</param>
internal sealed record FrameScores(double[] Logs, double Left, double Step)
{
    public const int Classes = 11;
    public const int None = 10;

    public int Count => Logs.Length / Classes;

    public double this[int frame, int digit] => Logs[(frame * Classes) + digit];

    /// <summary>Middle of a frame on the page.</summary>
    public double Place(int frame) => Left + (frame * Step);

    /// <summary>Probabilities of the digits in a frame, among digits alone.</summary>
    public float[] Digits(int frame)
    {
        double[] shares = [.. Enumerable.Range(0, None).Select(digit => Math.Exp(this[frame, digit]))];
        double sum = Math.Max(shares.Sum(), double.Epsilon);
        return [.. shares.Select(share => (float)(share / sum))];
    }

    /// <summary>Logarithm of the probability that the frames spell a text.</summary>
    public double LogLikelihood(string text) => LogProbabilities.OfSequence(Logs, Classes, [.. text.Select(digit => (byte)(digit - '0'))]);
}
