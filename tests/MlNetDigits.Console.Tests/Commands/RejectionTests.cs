using System.Text.Json;
using MlNetDigits.Console.Tests.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Tests;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Console.Tests.Commands;

/// <summary>Commands with models that tell what is no digit.</summary>
public sealed class RejectionTests : IDisposable
{
    private readonly FormModel _model = FormModels.Get(FormModels.Refusing);
    private readonly TemporaryFolder _folder = new();
    private readonly string _noise;

    public RejectionTests() => File.WriteAllBytes(_noise = _folder.File("noise.png"), PngEncoder.Encode(new GrayImage(28, 28, RejectionImages.Noise())));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_Noise_IsNotADigit()
    {
        Invocation run = Predict();

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split('\n');
        Assert.Matches(@"noise\.png: not a digit \(digit score \d+\.\d\d %\)", lines[0]);
        Assert.Matches(@": \d \(\d+\.\d\d %\)", lines[1]);
    }

    [Fact]
    public void Predict_JsonAndCsv_TellRefusedOnes()
    {
        JsonElement json = JsonDocument.Parse(Predict("--json").Output).RootElement;
        string[] csv = Predict("--format", "csv").Output.Split('\n');

        Assert.Equal([true, false], json.EnumerateArray().Select(each => each.GetProperty("rejected").GetBoolean()));
        Assert.InRange(json[0].GetProperty("digitScore").GetSingle(), 0, 0.5f);
        Assert.StartsWith("file,label,confidence,error,rejected,digitScore,score_0,", csv[0]);
        Assert.Matches(@"noise\.png,\d,0\.\d+,,true,0\.\d+", csv[1]);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    public void Predict_ThresholdOfOnesOwn_Decides(string threshold, bool isRefused)
    {
        Invocation run = Predict("--reject", threshold);

        Assert.Equal(isRefused ? 2 : 0, run.Output.Split("not a digit").Length - 1);
    }

    [Fact]
    public void Predict_ThresholdForAModelThatCannotRefuse_SaysSo()
    {
        Invocation run = Invocation.Run("predict", "--model", FormModels.Get("mnist").Onnx, "--reject", "0.5", _noise);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("gives a digit for every image, so --reject has no meaning; leave it out, or name a model trained with --reject-class.", run.Error);
    }

    [Fact]
    public void Evaluate_Mnist_TellsTheShareOfDigitsRefused()
    {
        Invocation onnx = Invocation.Run("evaluate", "--model", _model.Onnx, "--limit", "200", "--json"), zip = Invocation.Run("evaluate", "--model", _model.Zip, "--limit", "200");

        JsonElement rejection = JsonDocument.Parse(onnx.Output).RootElement.GetProperty("rejection");
        int refused = rejection.GetProperty("refusedDigits").GetInt32();
        Assert.Equal((200, 0), (rejection.GetProperty("digits").GetInt32(), rejection.GetProperty("others").GetInt32()));
        Assert.Contains($" of digits ({refused} of 200)", zip.Output);
    }

    [Fact]
    public void Explain_Noise_SaysThatItIsNoDigit()
    {
        Invocation run = Invocation.Run("explain", "--model", _model.Onnx, _noise, "--normalize", "none", "--json", "-o", _folder.Path);

        JsonElement explained = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.InRange(explained.GetProperty("digitScore").GetSingle(), 0, 0.5f);
        Assert.StartsWith("The model takes this for no digit (digit score ", explained.GetProperty("sentences")[0].GetString());
        Assert.NotEqual(JsonValueKind.Null, explained.GetProperty("activationLayer").ValueKind);
    }

    [Fact]
    public void Train_ClassInTheMiddle_IsRefusedAndCountedApart()
    {
        using var datasets = new SmallDatasets();
        string dataset = datasets.Folder("images"), refused = SmallDatasets.Labels[0], model = Path.Combine(_folder.Path, "m");

        Invocation trained = Invocation.Run("train", "--dataset", dataset, "--reject-class", refused, "--arch", "tiny", "--epochs", "8", "--batch-size", "16", "--name", "m", "-o", _folder.Path);
        Invocation evaluated = Invocation.Run("evaluate", "--model", model, "--dataset", dataset, "--json");

        Assert.Equal((0, 0), (trained.ExitCode, evaluated.ExitCode));
        JsonElement test = JsonDocument.Parse(evaluated.Output).RootElement, metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(model, "metrics.json"))).RootElement;
        Assert.Equal((24, 12), (test.GetProperty("images").GetInt32(), test.GetProperty("rejection").GetProperty("others").GetInt32()));
        Assert.Equal(test.GetProperty("rejection").GetRawText(), metrics.GetProperty("test").GetProperty("rejection").GetRawText().Replace("\n  ", "\n"));
        Assert.Equal(2, test.GetProperty("confusion").GetArrayLength());
        Assert.Contains($"refused of `{refused}`, rightly", File.ReadAllText(Path.Combine(model, "model-card.md")));
        Assert.Contains("the 15 validation images of the training", evaluated.Output);
    }

    [Fact]
    public void Train_ClassThatIsNotThere_NamesTheOption()
    {
        using var datasets = new SmallDatasets();

        Invocation run = Invocation.Run("train", "--dataset", datasets.Folder("images"), "--reject-class", "none", "-o", _folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("images', which has [bag], ankle boot, 七; name one of them, or add images of it.", run.Error);
    }

    private Invocation Predict(params string[] arguments) => Invocation.Run(["predict", "--model", _model.Onnx, "--normalize", "none", .. arguments, _noise, Digit()]);

    private string Digit()
    {
        string path = _folder.File("digit.png");
        File.WriteAllBytes(path, PngEncoder.Encode(new GrayImage(28, 28, _model.Form.Load(_model.Pictures[0]))));
        return path;
    }
}
