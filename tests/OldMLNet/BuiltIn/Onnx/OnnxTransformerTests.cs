using MLNet.Tests.Onnx;
using MlNetDigits.Measuring;

namespace MLNet.Tests.BuiltIn.Onnx;

public class OnnxTransformerTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Predict_IntoTheSameObject_AllocatesNothing()
    {
        using var engine = _ml.Model.CreatePredictionEngine<ClassifierInput, ClassifierOutput>(_ml.FitClassifier(OnnxModels.Classifier()));
        var (input, output) = (ClassifierInput.For(1), new ClassifierOutput());
        engine.Predict(input, ref output);

        var allocated = Allocation.OfEachRound(() =>
        {
            for (var i = 0; i < 100; i++)
                engine.Predict(input, ref output);
        });

        Assert.Equal(0, allocated);
    }

    [Fact]
    public async Task Dispose_DuringRuns_LetsThemEndOrRefusesThem()
    {
        var model = _ml.FitClassifier(OnnxModels.Classifier());
        var data = _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 20_000).Select(i => ClassifierInput.For(i % 3)));

        var scoring = Task.Run(() => Record.Exception(() => model.Transform(data).GetColumn<long[]>("PredictedLabel").Count()));
        await Task.Delay(20);
        model.Dispose();

        var error = await scoring;
        Assert.True(error is null or ObjectDisposedException, $"{error}");
    }

    [Fact]
    public void Predict_AfterAnError_PredictsAgain()
    {
        using var engine = _ml.Model.CreatePredictionEngine<ClassifierInput, ClassifierOutput>(_ml.FitClassifier(OnnxModels.Classifier()));
        Assert.Throws<InvalidOperationException>(() => engine.Predict(new ClassifierInput { Pixels = new float[2] }));

        Assert.Equal(2, engine.Predict(ClassifierInput.For(2)).PredictedLabel[0]);
    }
}
