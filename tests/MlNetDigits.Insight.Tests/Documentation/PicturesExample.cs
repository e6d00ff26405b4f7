using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Synthesis.Readings;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Documentation;

/// <summary>The example of training for pictures, as a test compiles it.</summary>
internal static class PicturesExample
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var options = ConvolutionalNetworkPresets.Robust;
        var dataset = ml.Data.LoadImageDataset().WithDrawnPictures(30_000, validationShare: 0.05);

        var trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options with
        {
            ValidationSet = ml.Transforms.NormalizePixels(options.FeatureColumnName).Fit(dataset.Validation!).Transform(dataset.Validation!),
        });
        var model = DigitPipeline.Create(ml, trainer).Fit(dataset.Train);
        ml.Model.ExportOnnx(model, dataset.Train.Schema, "robust.onnx");

        using var recognizer = DigitRecognizer.Load("robust.onnx");
        var prediction = recognizer.Predict("cell.jpg");
        Console.WriteLine(prediction.IsDigit ? $"{prediction.Digit}, {prediction.Confidence:P1}" : $"no digit, {prediction.DigitProbability:P1}");
    }
}
