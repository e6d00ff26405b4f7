using MlNetDigits.Recognition;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Models;

/// <summary>Every endpoint answers as the library does, for models of all kinds of images and classes, as ONNX and as zip.</summary>
public sealed class SameAnswersTests(SameAnswersTests.AllModels models) : IClassFixture<SameAnswersTests.AllModels>
{
    public static TheoryData<string, string> Served => [.. from kind in FormModels.Kinds from format in new[] { "onnx", "zip" } select (kind, format)];

    [Theory]
    [MemberData(nameof(Served))]
    public async Task Predict_PictureAndPixels_AnswerAsTheLibrary(string kind, string format)
    {
        FormModel model = FormModels.Get(kind);
        using var recognizer = DigitRecognizer.Load(model.Onnx);

        foreach (string picture in model.Pictures)
        {
            var expected = recognizer.Predict(picture);
            var seen = await models.Client.PostAsync($"/v1/predict?model={kind}-{format}", Requests.Image(File.ReadAllBytes(picture))).Read();
            var told = await models.Client.PostAsync($"/v1/predict?model={kind}-{format}", Requests.Pixels(model.Form.Load(picture))).Read();

            AssertAnswer(seen, model, expected);
            AssertAnswer(told, model, expected);
            Assert.Equal(model.Form.Load(picture).Select(pixel => (int)pixel), seen["pixels"]!.AsArray().Select(pixel => (int)pixel!));
        }
    }

    [Theory]
    [MemberData(nameof(Served))]
    public async Task Batch_Pictures_AnswersAsTheLibrary(string kind, string format)
    {
        FormModel model = FormModels.Get(kind);
        using var recognizer = DigitRecognizer.Load(model.Onnx);
        var form = new MultipartFormDataContent();
        foreach (string picture in model.Pictures)
            form.Add(Requests.Image(File.ReadAllBytes(picture)), "images", Path.GetFileName(picture));

        var answer = await models.Client.PostAsync($"/v1/predict/batch?model={kind}-{format}", form).Read();

        Assert.All(model.Pictures, (picture, i) => AssertAnswer(answer["predictions"]![i]!.AsObject(), model, recognizer.Predict(picture)));
    }

    [Theory]
    [MemberData(nameof(Served))]
    public async Task Explain_Picture_AnswersAsTheLibrary(string kind, string format)
    {
        FormModel model = FormModels.Get(kind);
        using var recognizer = DigitRecognizer.Load(model.Onnx);

        var answer = await models.Client.PostAsync($"/v1/explain?saliency=false&model={kind}-{format}", Requests.Image(File.ReadAllBytes(model.Pictures[0]))).Read();

        AssertAnswer(answer, model, recognizer.Predict(model.Pictures[0]));
        Assert.Equal((string?)answer["label"], (string?)answer["activation"]!["label"]);
    }

    [Theory]
    [MemberData(nameof(Served))]
    public async Task Model_Described_TellsClassesAndNormalization(string kind, string format)
    {
        FormModel model = FormModels.Get(kind);

        var answer = await models.Client.GetAsync($"/v1/model?model={kind}-{format}").Read();

        Assert.Equal(model.Classes, answer["classes"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(model.Form.Normalization.ToString().ToLowerInvariant(), (string?)answer["normalization"]);
    }

    private static void AssertAnswer(System.Text.Json.Nodes.JsonObject answer, FormModel model, DigitPrediction expected)
    {
        string label = model.Classes[expected.Digit];
        Assert.Equal(label, (string?)answer["label"]);
        Assert.Equal(int.TryParse(label, out int digit) ? digit : null, (int?)answer["digit"]);
        Assert.Equal((expected.DigitProbability is { } ? false : null, expected.DigitProbability is { }), ((bool?)answer["rejected"], answer.ContainsKey("digitScore")));
        Assert.Equal(expected.DigitProbability ?? 0, (float?)answer["digitScore"] ?? 0, 1e-4f);
        Assert.Equal(expected.Confidence, (float)answer["confidence"]!, 1e-4f);
        Assert.All(expected.Score, (probability, i) => Assert.Equal(probability, (float)answer["probabilities"]![i]!, 1e-4f));
    }

    /// <summary>One service of all models.</summary>
    public sealed class AllModels : IDisposable
    {
        private readonly TestService _service = new([.. FormModels.Kinds.SelectMany(kind => new[]
        {
            ($"Digits:Models:{kind}-onnx", FormModels.Get(kind).Onnx), ($"Digits:Models:{kind}-zip", FormModels.Get(kind).Zip),
        })]);

        public AllModels() => Client = _service.CreateClient();

        public HttpClient Client { get; }

        public void Dispose() => _service.Dispose();
    }
}
