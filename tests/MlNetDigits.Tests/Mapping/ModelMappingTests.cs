using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Mapping;

public sealed class ModelMappingTests : IDisposable
{
    private static readonly byte[] Digit = Checkout.Digits.Test.Pixels.Span[..784].ToArray();

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("foreign.onnx");

    public static TheoryData<string> Layouts => ["N 1 28 28", "N 28 28 1", "N 28 28", "N 784", "1 1 28 28", "1 28 28 1"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Load_EveryLayoutWithItsScale_Answers(string layout)
    {
        Save(ForeignModels.Make(Input(layout), batch: layout[0] == '1' ? null : "N"));

        using var recognizer = DigitRecognizer.Load(Path, new ModelMapping { Scale = 1 });

        AssertAnswers(recognizer);
        AssertAlike(recognizer.PredictBatch([DigitImage.FromPixels(Digit), new DigitImage()])[0].Score);
    }

    [Theory]
    [InlineData(OnnxElementType.UInt8)]
    [InlineData(OnnxElementType.Double)]
    [InlineData(OnnxElementType.Float16)]
    public void Load_InputOfAnotherType_IsCast(OnnxElementType type)
    {
        Save(ForeignModels.Make(new OnnxValueInfo("image", type, "N", 28, 28, 1), divisor: 255));

        using var recognizer = DigitRecognizer.Load(Path);

        AssertAnswers(recognizer);
    }

    [Fact]
    public void Load_WholeNumbersOfZeroToOne_AreRefused()
    {
        Save(ForeignModels.Make(new OnnxValueInfo("image", OnnxElementType.Int64, "N", 784)));

        var error = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(Path, new ModelMapping { Scale = 1 }));

        Assert.Contains("whole numbers", error.Message);
    }

    [Fact]
    public void Load_MappedModel_TakesPicturesOfBrightInkAsItWasTold()
    {
        Save(ForeignModels.Make(Input("N 784")));

        using var recognizer = DigitRecognizer.Load(Path, new ModelMapping { Scale = 1, IsInverted = true });

        Assert.Equal(MlNetDigits.Datasets.ImagePolarity.BrightInk, recognizer.Form.Polarity);
    }

    [Fact]
    public void Load_GraphThatOnnxRuntimeRefuses_IsOneLineWithoutAStack()
    {
        OnnxModel model = ForeignModels.Make(Input("N 784"));
        model.Graph.AddNode("Frobnicate", ["dense_1"], "more");
        model.Graph.AddOutput("more", OnnxElementType.Float, "N", 3);
        Save(model);

        var error = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(Path, new ModelMapping { Scale = 1, Output = "more" }));

        Assert.Contains("Frobnicate", error.Message);
        Assert.DoesNotContain(" at Microsoft.", error.Message);
    }

    [Fact]
    public void Load_GraphThatDividesItsPixels_NeedsNoScale()
    {
        Save(ForeignModels.Make(Input("N 28 28 1"), divisor: 255));

        using var recognizer = DigitRecognizer.Load(Path);

        AssertAnswers(recognizer);
    }

    [Fact]
    public void Load_Logits_AreRefusedWithTheAdviceThatThenWorks()
    {
        Save(ForeignModels.Make(Input("N 784"), hasSoftmax: false));

        var error = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(Path, new ModelMapping { Scale = 1 }));
        using var recognizer = DigitRecognizer.Load(Path, new ModelMapping { Scale = 1, HasLogits = true });

        Assert.Contains("its scores are no probabilities", error.Message);
        Assert.Contains("--logits", error.Message);
        AssertAnswers(recognizer);
    }

    [Fact]
    public void Load_OwnNamesWithLogits_AreRefused()
    {
        OnnxModel model = ForeignModels.Make(new OnnxValueInfo("Pixels", OnnxElementType.Float, "N", 1, 28, 28), hasSoftmax: false, divisor: 255, output: "Score");
        model.Graph.AddNode("ArgMax", ["Score"], "PredictedLabel", OnnxAttribute.Int("axis", 1), OnnxAttribute.Int("keepdims", 0));
        model.Graph.AddOutput("PredictedLabel", OnnxElementType.Int64, "N");
        Save(model);

        var error = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(Path));
        using var recognizer = DigitRecognizer.Load(Path, new ModelMapping { HasLogits = true });

        Assert.Contains("add up to", error.Message);
        AssertAnswers(recognizer);
    }

    [Theory]
    [InlineData("N 3 28 28", "'input: Float[N, 3, 28, 28]', but images here have 28×28 pixels and one channel")]
    [InlineData("N 1 32 32", "'input: Float[N, 1, 32, 32]', but images here have 28×28 pixels and one channel")]
    [InlineData("64 784", "batches of exactly 64 images")]
    [InlineData("N 784", "give the scale 1, as most models of PyTorch and Keras want it, or 255 (--scale")]
    public void Load_WhatCannotBeTold_SaysWhatWasFoundAndWhatToTell(string layout, string expected)
    {
        Save(ForeignModels.Make(Input(layout)));

        var error = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(Path));

        Assert.Contains(expected, error.Message);
        Assert.Single(error.Message.Split('\n'));
    }

    [Fact]
    public void Load_SeveralOutputs_AsksForOneAndTakesIt()
    {
        Save(ForeignModels.Make(Input("N 784"), extra: true));

        var error = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(Path, new ModelMapping { Scale = 1 }));
        using var recognizer = DigitRecognizer.Load(Path, new ModelMapping { Scale = 1, Output = "dense_1", Input = "input" });

        Assert.Contains("'dense_1: Float[N, 3]' and 'logits: Float[N, 3]'; say which has the scores (--output", error.Message);
        AssertAnswers(recognizer);
    }

    [Fact]
    public void Load_UnknownNames_ListsThoseThereAre()
    {
        Save(ForeignModels.Make(Input("N 784")));

        var input = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(Path, new ModelMapping { Input = "pixels" }));
        var output = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(Path, new ModelMapping { Output = "scores" }));

        Assert.Contains("it has no input 'pixels', it takes 'input: Float[N, 784]'", input.Message);
        Assert.Contains("it has no output 'scores', it gives 'dense_1: Float[N, 3]'", output.Message);
    }

    [Fact]
    public void ToDigitModel_MeanAndDeviationAndDarkInk_AreUndone()
    {
        byte[] dark = Array.ConvertAll(Digit, pixel => (byte)(255 - pixel));
        Save(ForeignModels.Make(Input("N 1 28 28")).ToDigitModel(new ModelMapping { Scale = 1, Mean = -0.5f, StandardDeviation = 2, IsInverted = true }));

        using var recognizer = DigitRecognizer.Load(Path);

        // Each stripe holds a third of the image, so that the mean shifts all scores alike, but for one pixel.
        double[] sums = new double[3];
        for (int i = 0; i < 784; i++)
            sums[i % 3] += ((dark[i] / 255.0) + 0.5) / 2 / 28;
        double total = sums.Sum(Math.Exp);
        float[] scores = recognizer.Predict(DigitImage.FromPixels(Digit)).Score;
        Assert.All(sums, (sum, i) => Assert.Equal(Math.Exp(sum) / total, scores[i], 1e-4));
    }

    [Fact]
    public void Validate_ValuesOutOfRange_AreRefused()
    {
        Save(ForeignModels.Make(Input("N 784")));

        foreach (ModelMapping mapping in new ModelMapping[] { new() { Scale = 0 }, new() { Scale = float.NaN }, new() { StandardDeviation = 0 }, new() { Mean = float.PositiveInfinity } })
            Assert.Contains("must be", Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(Path, mapping)).Message);
    }

    public void Dispose() => _folder.Dispose();

    private static OnnxValueInfo Input(string layout) =>
        new("input", OnnxElementType.Float, [.. layout.Split(' ').Select(size => long.TryParse(size, out long number) ? (OnnxDimension)number : size)]);

    private static void AssertAnswers(DigitRecognizer recognizer) => AssertAlike(recognizer.Predict(DigitImage.FromPixels(Digit)).Score);

    private static void AssertAlike(float[] scores) => Assert.All(ForeignModels.Expected(Digit), (expected, i) => Assert.Equal(expected, scores[i], 1e-3f));

    private void Save(OnnxModel model) => model.Save(Path);
}
