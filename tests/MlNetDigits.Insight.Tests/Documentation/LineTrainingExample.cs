using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Training;
using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Documentation;

/// <summary>The example of training a network for lines, as a test compiles it.</summary>
internal static class LineTrainingExample
{
    public static DigitReader Run(MnistData mnist, IDigitRecognizer recognizer)
    {
        (Network network, TrainingResult result) = LineNetworkTrainer.Train(mnist, new LineNetworkOptions { Pictures = 10_000, Epoch = 12 });
        network.ToSequenceOnnx().Save("lines.onnx");

        using var lines = LineRecognizer.Load("lines.onnx");
        var reader = new DigitReader(recognizer, lines);

        Console.WriteLine(result.Best!.ValidationAccuracy);
        return reader;
    }
}
