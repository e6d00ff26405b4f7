using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Mnist;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>A few of MNIST's real digits, and quick ways to train on them.</summary>
internal static class Sample
{
    private static readonly Lazy<MnistData> Mnist = new(() =>
        new MLContext().Data.LoadMnist(new MnistOptions { Folder = Checkout.Mnist, Download = false }));

    /// <summary>One epoch of a small network, without validation.</summary>
    public static ConvolutionalNetworkOptions Quick { get; } = new()
    {
        Architecture = "lenet5",
        Epoch = 1,
        BatchSize = 32,
        AverageDecay = 0,
        ValidationSetFraction = null,
        EarlyStoppingCriteria = null,
    };

    /// <summary>Enough epochs of a small network to learn from a few hundred digits.</summary>
    public static ConvolutionalNetworkOptions Learning { get; } = Quick with { Epoch = 6, BatchSize = 16 };

    /// <summary>Digits of the training set in its order.</summary>
    public static MnistView Train(int count, int start = 0) => Slice(Mnist.Value.Train, start, count);

    /// <summary>Digits of the test set in its order.</summary>
    public static MnistView Test(int count) => Slice(Mnist.Value.Test, 0, count);

    public static EstimatorChain<ConvolutionalNetworkTransformer> Chain(MLContext ml, ConvolutionalNetworkOptions options) =>
        DigitPipeline.Create(ml, ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options));

    public static TransformerChain<ConvolutionalNetworkTransformer> Fit(MLContext ml, ConvolutionalNetworkOptions options, IDataView data) => Chain(ml, options).Fit(data);

    /// <summary>Key values in a given order, for MapValueToKey.</summary>
    public static IDataView Keys(MLContext ml, params uint[] digits) => ml.Data.LoadFromEnumerable(digits.Select(digit => new DigitKey { Digit = digit }).ToArray());

    /// <summary>Training data as the trainer alone takes it.</summary>
    public static IDataView Prepared(MLContext ml, IDataView digits) =>
        ml.Transforms.MapDigitLabel().Append(ml.Transforms.NormalizePixels()).Fit(digits).Transform(digits);

    /// <summary>The ONNX file that an estimator's fit would export.</summary>
    public static byte[] Bytes(MLContext ml, IEstimator<ITransformer> estimator, IDataView data) =>
        ml.Model.ToOnnx(estimator.Fit(data), data.Schema).ToBytes();

    /// <summary>The ONNX file that training digits with these options would export.</summary>
    public static byte[] Bytes(ConvolutionalNetworkOptions options, MnistView data)
    {
        var ml = new MLContext(1);
        return Bytes(ml, Chain(ml, options), data);
    }

    public static float[][] Scores(IDataView scored, string column = "Score") => [.. scored.GetColumn<float[]>(column)];

    public static DigitImage[] Images(MnistView digits) => [.. Enumerable.Range(0, digits.Count).Select(row => new DigitImage
    {
        Pixels = [.. digits.Pixels.Slice(row * MnistView.PixelCount, MnistView.PixelCount).ToArray().Select(pixel => (float)pixel)],
        Label = digits.Labels.Span[row],
    })];

    private static MnistView Slice(MnistView digits, int start, int count) =>
        new(digits.Pixels.Slice(start * MnistView.PixelCount, count * MnistView.PixelCount).ToArray(), digits.Labels.Slice(start, count).ToArray());

    /// <summary>A labelled digit.</summary>
    public sealed class DigitImage
    {
        [VectorType(MnistView.PixelCount)]
        public float[] Pixels { get; set; } = [];

        public uint Label { get; set; }
    }

    private sealed class DigitKey
    {
        public uint Digit { get; set; }
    }
}
