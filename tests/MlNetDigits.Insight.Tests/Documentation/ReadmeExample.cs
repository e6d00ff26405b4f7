using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Documentation;

/// <summary>The README's example, as a test compiles it.</summary>
internal static class ReadmeExample
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var mnist = ml.Data.LoadMnist();

        var trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(new ConvolutionalNetworkOptions { Seed = 1 });
        var model = DigitPipeline.Create(ml, trainer).Fit(mnist.Train);

        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(mnist.Test));
        Console.WriteLine($"{metrics.MicroAccuracy:P2}\n{metrics.ConfusionMatrix.GetFormattedConfusionTable()}");

        ml.Model.Save(model, mnist.Test.Schema, "digits.zip");
        ml.Model.ExportOnnx(model, mnist.Test.Schema, "digits.onnx");
    }
}
