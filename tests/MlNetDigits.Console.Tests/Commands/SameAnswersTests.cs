using System.Text.Json;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Recognition;

namespace MlNetDigits.Console.Tests.Commands;

/// <summary>The commands answer as the library does, for models of all kinds of images and classes.</summary>
public sealed class SameAnswersTests
{
    public static TheoryData<string> Kinds => [.. FormModels.Kinds];

    public static TheoryData<string> Folders => ["digits", "words", "dark"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_OnnxAndZip_AnswersAsTheLibrary(string kind)
    {
        FormModel model = FormModels.Get(kind);
        using DigitRecognizer recognizer = DigitRecognizer.Load(model.Onnx);

        foreach (string path in new[] { model.Onnx, model.Zip })
        {
            Invocation run = Invocation.Run(["predict", "--model", path, "--json", .. model.Pictures]);

            Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
            Assert.All(JsonDocument.Parse(run.Output).RootElement.EnumerateArray(), (answer, i) =>
            {
                DigitPrediction expected = recognizer.Predict(model.Pictures[i]);
                Assert.Equal(model.Classes[expected.Digit], answer.GetProperty("label").GetString());
                Assert.Equal(expected.Confidence, answer.GetProperty("confidence").GetSingle(), 1e-4f);
                Assert.Equal(kind == FormModels.Refusing, answer.TryGetProperty("digitScore", out JsonElement digitScore) && Math.Abs(digitScore.GetSingle() - expected.DigitScore[0]) < 1e-4f);
                Assert.Equal(kind == FormModels.Refusing, answer.TryGetProperty("rejected", out JsonElement rejected) && !rejected.GetBoolean());
            });
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Evaluate_FolderByOnnxAndZip_CountsWhatTheLibraryRecognizes(string kind)
    {
        FormModel model = FormModels.Get(kind);
        using DigitRecognizer recognizer = DigitRecognizer.Load(model.Onnx);
        string folder = Path.GetFullPath(Path.Combine(model.Pictures[0], "..", ".."));
        string[] pictures = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        int right = pictures.Count(picture => model.Classes[recognizer.Predict(picture).Digit] == Path.GetFileName(Path.GetDirectoryName(picture)));

        Invocation onnx = Invocation.Run("evaluate", "--model", model.Onnx, "--test-dataset", folder, "--json"), zip = Invocation.Run("evaluate", "--model", model.Zip, "--test-dataset", folder, "--json");

        Assert.Equal((double)right / pictures.Length, JsonDocument.Parse(onnx.Output).RootElement.GetProperty("microAccuracy").GetDouble(), 6);
        Assert.Equal((double)right / pictures.Length, JsonDocument.Parse(zip.Output).RootElement.GetProperty("microAccuracy").GetDouble(), 6);
    }

    [Fact]
    public void Compare_ModelsOfTwoForms_ShowsEachThePicturesInItsOwn()
    {
        string folder = Path.GetFullPath(Path.Combine(FormModels.Get("digits").Pictures[0], "..", ".."));
        string[] models = [FormModels.Get("mnist").Onnx, FormModels.Get("negatives").Onnx];

        Invocation run = Invocation.Run(["compare", .. models, "--test-dataset", folder, "--json"]);

        JsonElement comparison = JsonDocument.Parse(run.Output).RootElement.GetProperty("comparison");
        Assert.Equal(models.Select(model => Accuracy("evaluate", "--model", model, "--test-dataset", folder, "--json")), new[] { "first", "second" }.Select(side => comparison.GetProperty(side).GetProperty("estimate").GetDouble()));

        static double Accuracy(params string[] arguments) => JsonDocument.Parse(Invocation.Run(arguments).Output).RootElement.GetProperty("microAccuracy").GetDouble();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Explain_OnnxAndZip_NamesTheClass(string kind)
    {
        FormModel model = FormModels.Get(kind);
        using DigitRecognizer recognizer = DigitRecognizer.Load(model.Onnx);
        string expected = model.Classes[recognizer.Predict(model.Pictures[0]).Digit], folder = Directory.CreateTempSubdirectory("explained").FullName;

        foreach (string path in new[] { model.Onnx, model.Zip })
        {
            Invocation run = Invocation.Run("explain", "--model", path, model.Pictures[0], "--json", "--top", "1", "-o", folder);

            Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
            Assert.Contains($"\"{expected}\"", run.Output);
        }

        Directory.Delete(folder, recursive: true);
    }
}
