using MlNetDigits.Networks;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Reading;
using MlNetDigits.Reading.Constraints;
using MlNetDigits.Reading.Lines;

namespace MlNetDigits.Tests.Reading.Lines;

public sealed class PrefixBeamTests
{
    private const int None = FrameScores.None;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_FewFrames_SumsAllWaysToSpellAText(int seed)
    {
        FrameScores frames = Random(4, seed, digits: 3);

        List<(string Text, double Log)> found = PrefixBeam.Find(frames, LineConstraint.None);

        Dictionary<string, double> all = Likelihoods(frames, digits: 3);
        Assert.Equal(all.MaxBy(text => text.Value).Key, found[0].Text);
        Assert.All(found.Take(3), one => Assert.Equal(Math.Log(all[one.Text]), one.Log, 0.05));
    }

    [Fact]
    public void Find_SameDigitTwice_NeedsAFrameOfNoneBetween()
    {
        Assert.Equal("7", PrefixBeam.Find(Of(7, 7, None, None), LineConstraint.None)[0].Text);
        Assert.Equal("77", PrefixBeam.Find(Of(7, None, 7, None), LineConstraint.None)[0].Text);
        Assert.Equal("", PrefixBeam.Find(Of(None, None), LineConstraint.None)[0].Text);
    }

    [Fact]
    public void Find_Constraint_ChoosesAmongTheLikely()
    {
        FrameScores frames = Of(7, None, 9, None, 9, None, 2);

        Assert.Equal("7992", PrefixBeam.Find(frames, LineConstraint.None)[0].Text);
        Assert.Equal(3, PrefixBeam.Find(frames, new LineConstraint(new DigitReaderOptions { Length = 3 }))[0].Text.Length);
        Assert.Equal("7892", PrefixBeam.Find(frames, new LineConstraint(new DigitReaderOptions { Pattern = "d8dd" }))[0].Text);
        Assert.Empty(PrefixBeam.Find(frames, new LineConstraint(new DigitReaderOptions { Length = 20 })));
    }

    [Fact]
    public void Find_Alignment_PutsEachDigitWhereItIsClearest() =>
        Assert.Equal([1, 4, 6], FrameAlignment.Find(Of(None, 3, None, None, 5, None, 3, None), "353"));

    /// <summary>Frames of one class each, and a little of all others.</summary>
    private static FrameScores Of(params int[] classes) =>
        new([.. classes.SelectMany(c => Enumerable.Range(0, FrameScores.Classes).Select(other => Math.Log(other == c ? 0.9 : 0.01)))], 0, 1);

    private static FrameScores Random(int count, int seed, int digits)
    {
        var random = new RandomStream((ulong)seed);
        var logs = new double[count * FrameScores.Classes];
        for (int frame = 0; frame < count; frame++)
        {
            float[] logits = [.. Enumerable.Range(0, FrameScores.Classes).Select(c => c < digits || c == None ? 2 * random.NextSingle() : -30)];
            LogProbabilities.Softmax(logits, logs.AsSpan(frame * FrameScores.Classes, FrameScores.Classes));
        }

        return new FrameScores(logs, 0, 1);
    }

    private static Dictionary<string, double> Likelihoods(FrameScores frames, int digits)
    {
        var all = new Dictionary<string, double>();
        for (int way = 0; way < Math.Pow(digits + 1, frames.Count); way++)
        {
            int[] classes = [.. Enumerable.Range(0, frames.Count).Select(frame => way / (int)Math.Pow(digits + 1, frame) % (digits + 1)).Select(c => c == digits ? None : c)];
            string text = string.Concat(classes.Where((c, i) => c != None && (i == 0 || classes[i - 1] != c)));
            all[text] = all.GetValueOrDefault(text) + Math.Exp(classes.Select((c, frame) => (double)frames[frame, c]).Sum());
        }

        return all;
    }
}
