using System.Globalization;
using System.Text.Json;
using MlNetDigits.Images;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Tests;
using MlNetDigits.Tests.Mapping;

namespace MlNetDigits.Console.Tests.Commands;

/// <summary>ONNX models of other programs.</summary>
public sealed class ForeignModelTests : IDisposable
{
    private static readonly byte[] Stripes = [.. Enumerable.Range(0, 784).Select(i => (byte)(i % 3 == 1 ? 200 : 5))];

    private readonly TemporaryFolder _folder = new();

    private string Model => _folder.File("torch.onnx");

    private string Picture => _folder.File("stripes.png");

    public ForeignModelTests()
    {
        ForeignModels.Make(new OnnxValueInfo("x", OnnxElementType.Float, "N", 1, 28, 28), hasSoftmax: false, output: "y").Save(Model);
        File.WriteAllBytes(Picture, PngEncoder.Encode(new GrayImage(28, 28, Stripes)));
    }

    [Fact]
    public void Predict_ModelThatWantsMapping_SaysHowInOneLine()
    {
        Invocation scale = Invocation.Run("predict", "--model", Model, Picture), logits = Invocation.Run("predict", "--model", Model, "--scale", "1", Picture);

        Assert.Equal((1, 1), (scale.ExitCode, logits.ExitCode));
        Assert.StartsWith($"error: '{Model}' cannot be taken as it is: it takes 'x: Float[N, 1, 28, 28]' and gives 'y: Float[N, 3]', but does not tell", scale.Error);
        Assert.Contains("--scale", Assert.Single(scale.Error.TrimEnd().Split('\n')));
        Assert.Contains("--logits", Assert.Single(logits.Error.TrimEnd().Split('\n')));
    }

    [Fact]
    public void Predict_MappedModel_AnswersProbabilities()
    {
        Invocation run = Invocation.Run("predict", "--model", Model, "--input", "x", "--output", "y", "--scale", "1", "--logits", "--normalize", "none", "--json", Picture);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        AssertAnswer(run);
    }

    [Fact]
    public void Export_Onnx_WritesAModelThatNeedsNoMapping()
    {
        string mapped = _folder.File("digits.onnx");

        Invocation export = Invocation.Run("export", "--model", Model, "--scale", "1", "--logits", "--normalize", "none", "--onnx", mapped), run = Invocation.Run("predict", "--model", mapped, "--json", Picture);

        Assert.Equal((0, 0, string.Empty), (export.ExitCode, run.ExitCode, run.Error));
        AssertAnswer(run);
    }

    [Fact]
    public void Export_ModelThatWantsMapping_WritesNothing()
    {
        string mapped = _folder.File("digits.onnx");
        File.WriteAllText(mapped, "earlier");

        Invocation export = Invocation.Run("export", "--model", Model, "--scale", "1", "--onnx", mapped, "--triton", _folder.File("triton"));

        Assert.Equal(1, export.ExitCode);
        Assert.Equal("earlier", File.ReadAllText(mapped));
        Assert.False(Directory.Exists(_folder.File("triton")));
    }

    [Fact]
    public void Evaluate_MappedModel_CountsItsAnswers()
    {
        string dataset = _folder.File("rows.csv");
        File.WriteAllLines(dataset, Enumerable.Range(0, 3).Select(label => $"{label},{string.Join(',', Enumerable.Range(0, 784).Select(i => (i % 3 == label ? 200 : 5).ToString(CultureInfo.InvariantCulture)))}"));

        Invocation run = Invocation.Run("evaluate", "--model", Model, "--scale", "1", "--logits", "--test-dataset", dataset, "--json");

        Assert.Equal(1, JsonDocument.Parse(run.Output).RootElement.GetProperty("microAccuracy").GetDouble());
    }

    [Fact]
    public void Predict_ModelThatTellsNoForm_SaysWhatIsAssumed()
    {
        Invocation run = Invocation.Run("predict", "--model", Model, "--scale", "1", "--logits", Picture);

        Assert.StartsWith($"model: {Model} does not tell how its images were made, so pictures are seen as digits", run.Error);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertAnswer(Invocation run)
    {
        JsonElement answer = Assert.Single(JsonDocument.Parse(run.Output).RootElement.EnumerateArray());
        Assert.Equal("1", answer.GetProperty("label").GetString());
        Assert.Equal(ForeignModels.Expected(Stripes)[1], answer.GetProperty("confidence").GetSingle(), 1e-4f);
    }
}
