using MlNetDigits.Networks;
using MlNetDigits.Reading.Constraints;

namespace MlNetDigits.Reading.Lines;

/// <summary>Finds the likeliest digits of a line from what is said of its frames.</summary>
/// <remarks>Source: Hannun et al., "First-pass large vocabulary continuous speech recognition using bi-directional recurrent DNNs", 2014, without a language model.</remarks>
internal static class PrefixBeam
{
    // Prefixes that are followed, of each number of digits where something is known of the line.
    private const int Width = 16;
    private const int WidthConstrained = 40;

    private const float LeastLog = -10;

    /// <summary>Gives texts from the likeliest on, with the logarithms of their probabilities; none where nothing is as it must be.</summary>
    public static List<(string Text, double Log)> Find(FrameScores frames, LineConstraint constraint)
    {
        List<Prefix> beam = [new Prefix("", 0, double.NegativeInfinity)];
        for (int frame = 0; frame < frames.Count; frame++)
            beam = Prune(Follow(beam, frames, frame, constraint), constraint);
        return [.. beam.Where(prefix => constraint.Holds(prefix.Text)).OrderByDescending(prefix => prefix.Log).Select(prefix => (prefix.Text, prefix.Log))];
    }

    private static Dictionary<string, Prefix>.ValueCollection Follow(List<Prefix> beam, FrameScores frames, int frame, LineConstraint constraint)
    {
        var next = new Dictionary<string, Prefix>();
        void Add(string text, double none, double digit)
        {
            Prefix known = next.GetValueOrDefault(text, new Prefix(text, double.NegativeInfinity, double.NegativeInfinity));
            next[text] = new Prefix(text, LogProbabilities.Add(known.None, none), LogProbabilities.Add(known.Digit, digit));
        }

        foreach (Prefix prefix in beam)
        {
            int last = prefix.Text.Length == 0 ? -1 : prefix.Text[^1] - '0';
            Add(prefix.Text, prefix.Log + frames[frame, FrameScores.None], last < 0 ? double.NegativeInfinity : prefix.Digit + frames[frame, last]);
            for (int digit = 0; digit < FrameScores.None; digit++)
            {
                // The same digit again needs a frame of none before it.
                if (frames[frame, digit] > LeastLog && constraint.Allows(prefix.Text.Length, digit))
                    Add(prefix.Text + (char)('0' + digit), double.NegativeInfinity, (digit == last ? prefix.None : prefix.Log) + frames[frame, digit]);
            }
        }

        return next.Values;
    }

    private static List<Prefix> Prune(IEnumerable<Prefix> prefixes, LineConstraint constraint)
    {
        IEnumerable<Prefix> best = prefixes.OrderByDescending(prefix => prefix.Log).ThenBy(prefix => prefix.Text, StringComparer.Ordinal);
        return constraint.IsAny ? [.. best.Take(Width)] : [.. best.GroupBy(prefix => prefix.Text.Length).SelectMany(group => group.Take(WidthConstrained))];
    }

    /// <summary>Digits up to a frame, and the logarithms of the likelihoods that it has none, or the last of them.</summary>
    private readonly record struct Prefix(string Text, double None, double Digit)
    {
        public double Log => LogProbabilities.Add(None, Digit);
    }
}
