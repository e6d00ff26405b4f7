using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Tests.Kernels;
using MlNetDigits.Networks.Tests.Reference;

namespace MlNetDigits.Networks.Tests.Layers;

/// <summary>Every layer against its definition in double precision, whose central differences are good to nine digits.</summary>
public sealed class LayerTests
{
    private const int Count = 3;
    private const ulong Key = 99;
    private const double Step = 1e-5, Tolerance = 3e-5;

    public static TheoryData<string, int> Cases => LayerCases.NamesAndSeeds;

    [Fact]
    public void Cases_EveryLayerOfTheLibrary_HasARow()
    {
        var kinds = typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer)) && type is { IsPublic: true, IsAbstract: false });

        Assert.Equal(kinds.Select(type => type.Name).Order(), LayerCases.Layers.Select(layer => layer.GetType()).Where(type => type.Assembly == typeof(Layer).Assembly).Select(type => type.Name).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_Training_EqualsTheDefinition(string name, int seed)
    {
        using var run = new Run(name, seed, training: true);

        run.Rig.Forward();

        AssertClose(run.Plain(run.X, run.X2, run.P), run.Rig.Output.ToArray());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_Inference_EqualsTheDefinition(string name, int seed)
    {
        using var run = new Run(name, seed, training: false);

        run.Rig.Forward();

        AssertClose(run.Plain(run.X, run.X2, run.P), run.Rig.Output.ToArray());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Backward_Input_EqualsCentralDifferences(string name, int seed)
    {
        using var run = new Run(name, seed, training: true);

        run.Rig.Forward();
        run.Rig.Backward();

        AssertClose(Differences(run.X, x => run.PlainLoss(x, run.X2, run.P)), run.Rig.InputGradient.ToArray());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Backward_Parameters_AddsCentralDifferences(string name, int seed)
    {
        using var run = new Run(name, seed, training: true);
        run.Rig.ParameterGradient.Span.Fill(0.5f);

        run.Rig.Forward();
        run.Rig.Backward();

        AssertClose([.. Differences(run.P, p => run.PlainLoss(run.X, run.X2, p)).Select(value => value + 0.5)], run.Rig.ParameterGradient.ToArray());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Backward_InputGradientNotWanted_GivesTheSameParameterGradient(string name, int seed)
    {
        using Run run = new(name, seed, training: true), other = new(name, seed, training: true);
        run.Rig.Forward();
        run.Rig.Backward();

        other.Rig.Forward();
        other.Rig.BackwardForParametersAlone();

        Assert.Equal(run.Rig.ParameterGradient.ToArray(), other.Rig.ParameterGradient.ToArray());
        Assert.All(other.Rig.InputGradient.ToArray(), value => Assert.True(float.IsNaN(value)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Backward_AddsSecondInput_EqualsCentralDifferences(int seed)
    {
        using var run = new Run("Add", seed, training: true);

        run.Rig.Forward();
        run.Rig.Backward();

        AssertClose(Differences(run.X2, x2 => run.PlainLoss(run.X, x2, run.P)), run.Rig.SecondInputGradient.ToArray());
    }

    [Theory]
    [InlineData("BatchNorm", 1)]
    [InlineData("BatchNorm of 17 channels", 2)]
    public void Forward_BatchNormInTraining_ReportsMeanAndVarianceOfTheBatch(string name, int seed)
    {
        using var run = new Run(name, seed, training: true);
        int channels = run.Layer.InputShape.Channels;

        run.Rig.Forward();

        double[][] values = [.. Enumerable.Range(0, channels).Select(c => run.X.Where((_, i) => i % channels == c).ToArray())];
        double[] means = [.. values.Select(one => one.Average())];
        AssertClose([.. means, .. values.Select((one, c) => one.Average(value => Math.Pow(value - means[c], 2)))], run.Rig.BatchStatistics.ToArray());
    }

    [Theory]
    [InlineData(0.1f, 1)]
    [InlineData(0.5f, 2)]
    [InlineData(0.9f, 3)]
    public void Forward_Dropout_DropsItsShareAndScalesTheRest(float rate, int key)
    {
        var layer = new Dropout(rate);
        layer.Bind(new Shape(100, 100, 1));

        double[] mask = PlainLayer.Mask(layer, 10, (ulong)key);

        Assert.InRange(mask.Count(factor => factor == 0) / 100_000.0, rate - 0.005, rate + 0.005);
        Assert.All(mask.Where(factor => factor != 0), factor => Assert.Equal(1 / (1 - (double)rate), factor, 1e-3 / (1 - rate)));
    }

    [Fact]
    public void Forward_DropoutWithOtherKeys_DropsOtherValues()
    {
        var layer = new Dropout(0.5f);
        layer.Bind(new Shape(1, 1, 1000));

        double[] first = PlainLayer.Mask(layer, 1, 1), second = PlainLayer.Mask(layer, 1, 2);

        Assert.InRange(first.Zip(second).Count(pair => pair.First == pair.Second), 430, 570);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(19)]
    public void Backward_MaxPoolOfEqualValues_HandsTheGradientToOneOfThem(int channels)
    {
        var layer = new MaxPool();
        layer.Bind(new Shape(4, 4, channels));
        using var rig = new LayerRig(layer, 1, training: true);
        rig.Input.Span.Fill(0.5f);
        rig.OutputGradient.Span.Fill(2);

        rig.Forward();
        rig.Backward();

        float[] gradient = rig.InputGradient.ToArray();
        Assert.Equal(4 * channels, gradient.Count(value => value == 2));
        Assert.Equal(12 * channels, gradient.Count(value => value == 0));
    }

    [Fact]
    public void Bind_LayerOfANetwork_IsRefused()
    {
        var layer = new Dense(3);
        new NetworkBuilder(new Shape(2, 2, 1)).Add(layer);

        var error = Assert.Throws<InvalidOperationException>(() => new NetworkBuilder(new Shape(2, 2, 1)).Add(layer));

        Assert.Contains("This Dense layer is part of a network already: make a new one", error.Message);
    }

    [Fact]
    public void Constructors_OutOfRange_NameValueAndLimit()
    {
        Assert.Contains("filters is 0, but must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(0, 3)).Message);
        Assert.Contains("kernelSize is -3, but must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(1, -3)).Message);
        Assert.Contains("stride is 0, but must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2D(1, 3, 0)).Message);
        Assert.Contains("units is 0, but must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Dense(0)).Message);
        Assert.Contains("size is 0, but must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new MaxPool(0)).Message);
        Assert.Contains("size is -1, but must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new AveragePool(-1)).Message);
        Assert.Contains("rate is 1, but must be at least 0 and below 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(1)).Message);
        Assert.Contains("rate is NaN, but must be at least 0 and below 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(float.NaN)).Message);
    }

    private static double[] Differences(double[] at, Func<double[], double> function)
    {
        var differences = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            double middle = at[i];
            at[i] = middle + Step;
            double above = function(at);
            at[i] = middle - Step;
            differences[i] = (above - function(at)) / (2 * Step);
            at[i] = middle;
        }

        return differences;
    }

    private static void AssertClose(double[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= Tolerance * Math.Max(1, Math.Abs(expected[i])), $"Value {i} is {actual[i]}, expected {expected[i]}.");
    }

    private sealed class Run : IDisposable
    {
        private readonly double[] _lossWeights;
        private readonly double[]? _statistics, _mask;

        public Run(string name, int seed, bool training)
        {
            Layer = LayerCases.Create(name);
            Rig = new LayerRig(Layer, Count, training, Key);
            Rig.Input.Fill(Randoms.Uniform(Rig.Input.Count, seed));
            Rig.SecondInput.Fill(Randoms.Uniform(Rig.Input.Count, seed + 10));
            Rig.OutputGradient.Fill(Randoms.Uniform(Rig.Output.Count, seed + 20));
            float[] statistics = Randoms.Uniform(Layer.StatisticCount, seed + 40, 0.2f, 2);
            Rig.SetState(Randoms.Uniform(Layer.ParameterCount, seed + 30), statistics);
            (X, X2, P, _lossWeights) = (Doubles(Rig.Input), Doubles(Rig.SecondInput), Doubles(Rig.Parameters), Doubles(Rig.OutputGradient));
            _statistics = training ? null : Array.ConvertAll(statistics, value => (double)value);
            _mask = training && Layer is Dropout dropout ? PlainLayer.Mask(dropout, Count, Key) : null;
        }

        public Layer Layer { get; }
        public LayerRig Rig { get; }
        public double[] X { get; }
        public double[] X2 { get; }
        public double[] P { get; }

        public double[] Plain(double[] x, double[] x2, double[] p) => PlainLayer.Forward(Layer, Count, x, x2, p, _statistics, _mask);

        public double PlainLoss(double[] x, double[] x2, double[] p) => Plain(x, x2, p).Zip(_lossWeights, (value, weight) => value * weight).Sum();

        public void Dispose() => Rig.Dispose();

        private static double[] Doubles(GuardedBuffer buffer) => Array.ConvertAll(buffer.ToArray(), value => (double)value);
    }
}
