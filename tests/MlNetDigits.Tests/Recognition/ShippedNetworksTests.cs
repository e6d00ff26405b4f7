using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Mnist;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Recognition;

public class ShippedNetworksTests
{
    public static TheoryData<string> Names => [.. ShippedModels.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_EachName_GivesAModelBesideTheApp(string name)
    {
        string path = ShippedModels.Find(name)!;

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "models", $"{name}.onnx"), path);
        Assert.Equal(ConvolutionalNetworkPresets.Get(name).Architecture, OnnxModel.Load(path).Metadata["architecture"]);
        Assert.InRange(new FileInfo(path).Length, 1, 4_000_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Model_OnTheTestDigits_IsAsAccurateAsItSays(string name)
    {
        OnnxModel model = OnnxModel.Load(ShippedModels.Find(name)!);
        double stated = double.Parse(model.Metadata["test.microAccuracy"], CultureInfo.InvariantCulture);

        MulticlassClassificationMetrics metrics = Evaluate(ShippedModels.Find(name)!, Checkout.Digits.Test);

        Assert.Equal(stated, metrics.MicroAccuracy, 4);
        Assert.InRange(stated, 0.99, 1);
    }

    [Fact]
    public void Tiny_Parameters_AreUnderTenThousand() =>
        Assert.InRange(int.Parse(OnnxModel.Load(ShippedModels.Find("tiny")!).Metadata["parameters"], CultureInfo.InvariantCulture), 1, 9_999);

    private static MulticlassClassificationMetrics Evaluate(string path, MnistView view)
    {
        var ml = new MLContext(1);
        IDataView labelled = ml.Transforms.MapDigitLabel().Fit(view).Transform(view);
        using var model = ml.Transforms.ApplyOnnxModel(["Score", "PredictedLabel"], ["Pixels"], path).Fit(labelled);
        return ml.MulticlassClassification.Evaluate(model.Transform(labelled));
    }
}
