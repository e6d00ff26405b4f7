using MlNetDigits.Networks.Execution;

namespace MlNetDigits.Networks.Tests.Execution;

public sealed unsafe class ConnectionistTemporalTests
{
    private const int Frames = 5, Classes = 4, Blank = Classes - 1;

    [Theory]
    [InlineData("", 1)]
    [InlineData("0", 2)]
    [InlineData("01", 3)]
    [InlineData("00", 4)]
    [InlineData("212", 5)]
    [InlineData("110", 6)]
    [InlineData("000", 7)]
    public void Run_Loss_IsThatOfAllWaysToSpellTheSequence(string text, int seed)
    {
        float[] logits = Randoms.Uniform(Frames * Classes, seed, -3, 3);

        BatchMetrics metrics = Run(logits, text, 1, null);

        Assert.Equal(-Math.Log(Likelihood(Doubles(logits), text)), metrics.Loss, 1e-9);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("2", 2)]
    [InlineData("00", 3)]
    [InlineData("0120", 4)]
    [InlineData("111", 5)]
    public void Run_Gradient_EqualsScaledCentralDifferences(string text, int seed)
    {
        const double Step = 1e-5, Scale = 0.25;
        float[] logits = Randoms.Uniform(Frames * Classes, seed, -3, 3), gradient = new float[logits.Length];

        Run(logits, text, (float)Scale, gradient);

        for (int i = 0; i < logits.Length; i++)
        {
            double[] above = Doubles(logits), below = Doubles(logits);
            (above[i], below[i]) = (above[i] + Step, below[i] - Step);
            double rise = Math.Log(Likelihood(below, text)) - Math.Log(Likelihood(above, text));
            Assert.Equal(Scale * rise / (2 * Step), gradient[i], 1e-7);
        }
    }

    [Theory]
    [InlineData("0", "0003", true)]
    [InlineData("00", "0303", true)]
    [InlineData("00", "0003", false)]
    [InlineData("01", "3011", true)]
    [InlineData("01", "3333", false)]
    [InlineData("0", "0133", false)]
    [InlineData("", "3333", true)]
    public void Run_Correct_TellsWhetherTheLikeliestClassesSpellTheSequence(string text, string likeliest, bool isCorrect)
    {
        string frames = likeliest + Blank;
        var logits = new float[Frames * Classes];
        for (int frame = 0; frame < Frames; frame++) logits[frame * Classes + frames[frame] - '0'] = 5;

        Assert.Equal(isCorrect ? 1 : 0, Run(logits, text, 1, null).Correct);
    }

    [Fact]
    public void Run_HugeLogits_StaysFinite()
    {
        var gradient = new float[Frames * Classes];

        BatchMetrics metrics = Run([.. Enumerable.Range(0, Frames * Classes).Select(i => i % 3 == 0 ? 1e6f : -1e6f)], "01", 1, gradient);

        Assert.True(double.IsFinite(metrics.Loss));
        Assert.All(gradient, value => Assert.InRange(value, -1, 1));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("012", 3)]
    [InlineData("0011", 6)]
    public void LeastFrames_EqualNeighbours_NeedABlankBetween(string text, int frames) =>
        Assert.Equal(frames, ConnectionistTemporal.LeastFrames(Labels(text)));

    private static BatchMetrics Run(float[] logits, string text, float scale, float[]? gradient)
    {
        fixed (float* pointer = logits, target = gradient)
            return new ConnectionistTemporal(new Shape(1, Frames, Classes)).Run(pointer, Labels(text), scale, target);
    }

    private static byte[] Labels(string text) => [.. text.Select(letter => (byte)(letter - '0'))];

    private static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);

    /// <summary>Sum over all ways through the frames that spell the text.</summary>
    private static double Likelihood(double[] logits, string text)
    {
        double sum = 0;
        for (int way = 0; way < Math.Pow(Classes, Frames); way++)
        {
            int[] classes = [.. Enumerable.Range(0, Frames).Select(frame => way / (int)Math.Pow(Classes, frame) % Classes)];
            if (Spelled(classes) == text) sum += classes.Select((c, frame) => Math.Exp(logits[frame * Classes + c]) / Enumerable.Range(0, Classes).Sum(other => Math.Exp(logits[frame * Classes + other]))).Aggregate((one, other) => one * other);
        }

        return sum;
    }

    private static string Spelled(int[] classes) => string.Concat(classes.Where((c, i) => c != Blank && (i == 0 || classes[i - 1] != c)));
}
