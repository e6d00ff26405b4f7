using Microsoft.ML.Transforms.Onnx;
using MLNet.Tests.Onnx;

namespace MLNet.Tests.BuiltIn.Onnx;

public class OnnxTransformerTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Predict_IntoTheSameObject_AllocatesNothing()
    {
        using var engine = _ml.Model.CreatePredictionEngine<Input, Output>(Fit(OnnxModels.Classifier()));
        var (input, output) = (Input.For(1), new Output());
        engine.Predict(input, ref output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            engine.Predict(input, ref output);

        Assert.Equal(0, (GC.GetAllocatedBytesForCurrentThread() - before) / 100);
    }

    [Fact]
    public async Task Dispose_DuringRuns_LetsThemEndOrRefusesThem()
    {
        var model = Fit(OnnxModels.Classifier());
        var data = _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 20_000).Select(i => Input.For(i % 3)));

        var scoring = Task.Run(() => Record.Exception(() => model.Transform(data).GetColumn<long[]>("PredictedLabel").Count()));
        await Task.Delay(20);
        model.Dispose();

        var error = await scoring;
        Assert.True(error is null or ObjectDisposedException, $"{error}");
    }

    [Fact]
    public void Predict_AfterAnError_PredictsAgain()
    {
        using var engine = _ml.Model.CreatePredictionEngine<Input, Output>(Fit(OnnxModels.Classifier()));
        Assert.Throws<InvalidOperationException>(() => engine.Predict(new Input { Pixels = new float[2] }));

        Assert.Equal(2, engine.Predict(Input.For(2)).PredictedLabel[0]);
    }

    private OnnxTransformer Fit(byte[] model) =>
        _ml.Transforms.ApplyOnnxModel(new MemoryStream(model)).Fit(_ml.Data.LoadFromEnumerable([Input.For(0)]));

    private sealed class Input
    {
        [VectorType(3)]
        public float[] Pixels { get; set; } = [];

        public static Input For(int label)
        {
            var input = new Input { Pixels = new float[3] };
            input.Pixels[label] = 10;
            return input;
        }
    }

    private sealed class Output
    {
        public float[] Score { get; set; } = [];

        public long[] PredictedLabel { get; set; } = [];
    }
}
