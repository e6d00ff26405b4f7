using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Tests.Reference;

namespace MlNetDigits.Networks.Tests.Execution;

public sealed unsafe class SoftmaxCrossEntropyTests
{
    private const int Classes = 10, Count = 4;

    [Theory]
    [InlineData(0f, 1)]
    [InlineData(0.1f, 2)]
    [InlineData(0.9f, 3)]
    public void Run_Loss_EqualsTheFormula(float smoothing, int seed)
    {
        float[] logits = Randoms.Uniform(Count * Classes, seed, -4, 4);
        int[] labels = [0, 3, 9, 3];

        BatchMetrics metrics = Run(logits, labels, smoothing, 1, null);

        Assert.Equal(labels.Select((label, image) => PlainNetwork.CrossEntropy(Row(logits, image), label, smoothing)).Sum(), metrics.Loss, 1e-6);
    }

    [Theory]
    [InlineData(0f, 1)]
    [InlineData(0.2f, 2)]
    public void Run_Gradient_EqualsScaledCentralDifferences(float smoothing, int seed)
    {
        const double Step = 1e-5, Scale = 0.25;
        float[] logits = Randoms.Uniform(Count * Classes, seed, -4, 4), gradient = new float[logits.Length];
        int[] labels = [1, 2, 0, 9];

        Run(logits, labels, smoothing, (float)Scale, gradient);

        for (int i = 0; i < logits.Length; i++)
        {
            double[] above = Row(logits, i / Classes), below = Row(logits, i / Classes);
            (above[i % Classes], below[i % Classes]) = (above[i % Classes] + Step, below[i % Classes] - Step);
            double rise = PlainNetwork.CrossEntropy(above, labels[i / Classes], smoothing) - PlainNetwork.CrossEntropy(below, labels[i / Classes], smoothing);
            Assert.Equal(Scale * rise / (2 * Step), gradient[i], 1e-7);
        }
    }

    [Theory]
    [InlineData(0.9f, 2f, 1)]
    [InlineData(0.3f, 1f, 2)]
    [InlineData(1f, 5f, 3)]
    public void Distill_LossAndGradient_FollowTheFormula(float weight, float temperature, int seed)
    {
        const double Step = 1e-5, Scale = 0.25;
        float[] logits = Randoms.Uniform(Count * Classes, seed, -4, 4), teachers = new float[logits.Length], gradient = new float[logits.Length];
        int[] labels = [1, 2, 0, 9];
        double loss;
        fixed (float* z = logits, q = teachers, g = gradient, other = Randoms.Uniform(logits.Length, seed + 5, -4, 4))
        {
            SoftmaxCrossEntropy.AddProbabilities(other, Count, Classes, temperature, 0.5f, q);
            SoftmaxCrossEntropy.AddProbabilities(z, Count, Classes, temperature, 0.5f, q);
            Run(logits, labels, 0, (float)Scale, gradient);
            loss = SoftmaxCrossEntropy.Distill(z, q, Count, Classes, weight, temperature, (float)Scale, g);
        }

        Assert.Equal(Enumerable.Range(0, Count).Sum(image => Divergence(Row(logits, image), image)), loss, 1e-4);
        for (int i = 0; i < logits.Length; i++)
        {
            double[] above = Row(logits, i / Classes), below = Row(logits, i / Classes);
            (above[i % Classes], below[i % Classes]) = (above[i % Classes] + Step, below[i % Classes] - Step);
            Assert.Equal(Scale * (Total(above, i / Classes) - Total(below, i / Classes)) / (2 * Step), gradient[i], 1e-6);
        }

        double Total(double[] row, int image) => (1 - weight) * PlainNetwork.CrossEntropy(row, labels[image], 0) + Divergence(row, image);
        double Divergence(double[] row, int image)
        {
            double sum = row.Sum(value => Math.Exp(value / temperature));
            return -weight * temperature * temperature * row.Select((value, c) => teachers[image * Classes + c] * Math.Log(Math.Exp(value / temperature) / sum)).Sum();
        }
    }

    [Fact]
    public void Run_HugeLogits_StaysFinite()
    {
        float[] gradient = new float[3];

        BatchMetrics metrics = Run([1e30f, -1e30f, 0], [1], 0.1f, 1, gradient);

        Assert.True(double.IsFinite(metrics.Loss));
        Assert.Equal([0.966667, -0.933333, -0.033333], gradient.Select(value => Math.Round(value, 6)));
    }

    [Fact]
    public void Run_Correct_CountsGreatestLogits()
    {
        BatchMetrics metrics = Run([1, 2, 3, 9, 2, 3, 1, 5, 3], [2, 1, 1], 0, 1, null);

        Assert.Equal((2, 3), (metrics.Correct, metrics.Count));
    }

    [Fact]
    public void Softmax_Logits_GivesTheirShares()
    {
        float[] logits = [MathF.Log(1), MathF.Log(3), MathF.Log(4)], shares = new float[3];

        fixed (float* pointer = logits) SoftmaxCrossEntropy.Softmax(pointer, shares);

        Assert.Equal([0.125, 0.375, 0.5], shares.Select(share => Math.Round(share, 6)));
    }

    private static BatchMetrics Run(float[] logits, int[] labels, float smoothing, float scale, float[]? gradient)
    {
        fixed (float* pointer = logits, target = gradient)
            return SoftmaxCrossEntropy.Run(pointer, labels, logits.Length / labels.Length, smoothing, scale, target);
    }

    private static double[] Row(float[] logits, int image) => Array.ConvertAll(logits[(image * Classes)..((image + 1) * Classes)], value => (double)value);
}
